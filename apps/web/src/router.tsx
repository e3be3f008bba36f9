import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router';
import { readAuditSearch, readDiffSearch } from './audit/audit-search.js';
import { readCaseAddress, readCaseSearch } from './case/case-search.js';
import { readCasesSearch } from './case/list/cases-search.js';
import { readActionsSearch, readDecideSearch } from './decision/decision-search.js';
import { readKnowledgeSearch } from './knowledge/knowledge-search.js';
import { readMeetingsSearch, readPresenterSearch } from './meeting/meetings-search.js';
import { readErasureSearch } from './patient/erasure-search.js';
import { readQueueSearch } from './queue/queue-search.js';
import { Root } from './root.js';
import { Home } from './shell/home.js';
import { Shell } from './shell/shell.js';
import { Failed } from './shell/states.js';
import { texts } from './texts/texts.js';

const root = createRootRoute({
  component: Root,
  notFoundComponent: () => <Failed error={new Error(texts.states.notFound)} />,
});

const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Shell });

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: Home,
});

const queue = createRoute({ getParentRoute: () => shell, path: '/queue', validateSearch: readQueueSearch }).lazy(() =>
  import('./queue/queue.route.js').then(({ route }) => route),
);

const cases = createRoute({ getParentRoute: () => shell, path: '/cases', validateSearch: readCasesSearch }).lazy(() =>
  import('./case/list/cases.route.js').then(({ route }) => route),
);

const oneCase = createRoute({ getParentRoute: () => shell, path: '/cases/$caseId', validateSearch: readCaseAddress }).lazy(() =>
  import('./case/case.route.js').then(({ route }) => route),
);

const sheet = createRoute({ getParentRoute: () => shell, path: '/cases/$caseId/sheet', validateSearch: readCaseSearch }).lazy(() =>
  import('./case/sheet/sheet.route.js').then(({ route }) => route),
);

const meetings = createRoute({ getParentRoute: () => shell, path: '/meetings', validateSearch: readMeetingsSearch }).lazy(() =>
  import('./meeting/meetings.route.js').then(({ route }) => route),
);

const oneMeeting = createRoute({ getParentRoute: () => shell, path: '/meetings/$meetingId' }).lazy(() =>
  import('./meeting/meeting.route.js').then(({ route }) => route),
);

const presenter = createRoute({
  getParentRoute: () => shell,
  path: '/meetings/$meetingId/present',
  validateSearch: readPresenterSearch,
}).lazy(() => import('./meeting/presenter.route.js').then(({ route }) => route));

const decide = createRoute({ getParentRoute: () => shell, path: '/cases/$caseId/decide', validateSearch: readDecideSearch }).lazy(() =>
  import('./decision/decide.route.js').then(({ route }) => route),
);

const actions = createRoute({ getParentRoute: () => shell, path: '/actions', validateSearch: readActionsSearch }).lazy(() =>
  import('./decision/actions.route.js').then(({ route }) => route),
);

const audit = createRoute({ getParentRoute: () => shell, path: '/audit', validateSearch: readAuditSearch }).lazy(() =>
  import('./audit/audit.route.js').then(({ route }) => route),
);

const dossier = createRoute({ getParentRoute: () => shell, path: '/audit/decisions/$caseId/$decisionId' }).lazy(() =>
  import('./audit/dossier.route.js').then(({ route }) => route),
);

const diff = createRoute({ getParentRoute: () => shell, path: '/audit/diff', validateSearch: readDiffSearch }).lazy(() =>
  import('./audit/diff.route.js').then(({ route }) => route),
);

const hindsight = createRoute({ getParentRoute: () => shell, path: '/audit/hindsight/$decisionId' }).lazy(() =>
  import('./audit/hindsight.route.js').then(({ route }) => route),
);

const meetingHindsight = createRoute({ getParentRoute: () => shell, path: '/audit/meetings/$meetingId' }).lazy(() =>
  import('./audit/meeting-hindsight.route.js').then(({ route }) => route),
);

const knowledge = createRoute({ getParentRoute: () => shell, path: '/knowledge', validateSearch: readKnowledgeSearch }).lazy(() =>
  import('./knowledge/knowledge.route.js').then(({ route }) => route),
);

const accounts = createRoute({ getParentRoute: () => shell, path: '/accounts' }).lazy(() =>
  import('./accounts/accounts.route.js').then(({ route }) => route),
);

const me = createRoute({ getParentRoute: () => shell, path: '/me' }).lazy(() =>
  import('./accounts/own.route.js').then(({ route }) => route),
);

const operations = createRoute({ getParentRoute: () => shell, path: '/operations' }).lazy(() =>
  import('./operations/operations.route.js').then(({ route }) => route),
);

const patients = createRoute({ getParentRoute: () => shell, path: '/patients' }).lazy(() =>
  import('./patient/patients.route.js').then(({ route }) => route),
);

const onePatient = createRoute({ getParentRoute: () => shell, path: '/patients/$patientId' }).lazy(() =>
  import('./patient/patient.route.js').then(({ route }) => route),
);

const erasure = createRoute({ getParentRoute: () => shell, path: '/erasure', validateSearch: readErasureSearch }).lazy(() =>
  import('./patient/erasure.route.js').then(({ route }) => route),
);

/** Every address of the product, typed. Screens are loaded when they are first visited. */
export const router = createRouter({
  routeTree: root.addChildren([
    shell.addChildren([
      home,
      queue,
      cases,
      oneCase,
      sheet,
      meetings,
      oneMeeting,
      presenter,
      decide,
      actions,
      audit,
      dossier,
      diff,
      hindsight,
      meetingHindsight,
      knowledge,
      accounts,
      me,
      operations,
      patients,
      onePatient,
      erasure,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
