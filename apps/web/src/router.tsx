import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { readCaseSearch } from './case/case-search.js';
import { readQueueSearch } from './queue/queue-search.js';
import { Root } from './root.js';
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
  beforeLoad: () => {
    throw redirect({ to: '/queue' });
  },
});

const queue = createRoute({ getParentRoute: () => shell, path: '/queue', validateSearch: readQueueSearch }).lazy(() =>
  import('./queue/queue.route.js').then(({ route }) => route),
);

const oneCase = createRoute({ getParentRoute: () => shell, path: '/cases/$caseId', validateSearch: readCaseSearch }).lazy(() =>
  import('./case/case.route.js').then(({ route }) => route),
);

/** Every address of the product, typed. Screens are loaded when they are first visited. */
export const router = createRouter({
  routeTree: root.addChildren([shell.addChildren([home, queue, oneCase])]),
  defaultPreload: 'intent',
  defaultErrorComponent: ({ error, reset }) => <Failed error={error} retry={reset} />,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
