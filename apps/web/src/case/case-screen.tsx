import { Alert, Box, Button, Drawer, Grid, Stack, Tabs, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { type Change, useLive } from '../api/live.js';
import { hasRole, useSession } from '../session/session.js';
import { Answer, Failed, Loading } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { ReferCase } from './board/refer-case.js';
import { type Panel, PanelContext } from './case-panel.js';
import {
  type Assessment,
  assessmentQuery,
  boardQuery,
  type CaseAnswer,
  caseKey,
  caseQuery,
  outlookQuery,
  recordQuery,
} from './case-queries.js';
import { type CaseSearch, isHorizon } from './case-search.js';
import { Classes } from './classes/classes.js';
import { EvidenceView } from './evidence/evidence-view.js';
import { CaseHeader } from './header/case-header.js';
import { History } from './history/history.js';
import { HorizonBanner, HorizonBar } from './horizon/horizon-bar.js';
import { Missing } from './missing.js';
import { Guidelines } from './next-step/guidelines.js';
import { NextStep } from './next-step/next-step.js';
import { Trials } from './next-step/trials.js';
import { WhatWouldChange } from './next-step/what-would-change.js';
import { PanelOpinions } from './panel-opinions/panel-opinions.js';
import { FactView } from './record/fact-view.js';
import { RecordView } from './record/record.js';

const route = getRouteApi('/shell/cases/$caseId');

/** Charts and forms are heavy, and come when they are needed. */
const Timeline = lazy(() => import('./timeline/timeline.js').then(({ Timeline: component }) => ({ default: component })));
const Entry = lazy(() => import('./entry/entry.js').then(({ Entry: component }) => ({ default: component })));

/** One case: what is known of it, what that amounts to, and what the board made of it. */
export function CaseScreen() {
  const { caseId } = route.useParams();
  return <OneCase key={caseId} caseId={caseId} />;
}

function OneCase({ caseId }: { readonly caseId: string }) {
  const search = route.useSearch();
  const [heard, setHeard] = useState(0);
  const keyOf = useCallback(
    (change: Change) => {
      setHeard((before) => Math.max(before, change.version));
      return caseKey(caseId);
    },
    [caseId],
  );
  useLive(`case:${caseId}`, keyOf);
  const query = useQuery(caseQuery(caseId));
  return (
    <Answer query={query}>
      {(shown) => (
        <>
          {query.isError && <Failed error={query.error} retry={query.refetch} />}
          <Shown shown={shown} search={search} heardVersion={heard} isFetching={query.isFetching} />
        </>
      )}
    </Answer>
  );
}

/** The case now, or at the horizon of the address. */
function Shown(props: {
  readonly shown: CaseAnswer;
  readonly search: CaseSearch;
  readonly heardVersion: number;
  readonly isFetching: boolean;
}) {
  return isHorizon(props.search) ? <Then {...props} /> : <Screen {...props} assessment={props.shown.assessment} banner={null} />;
}

function Then(props: Parameters<typeof Shown>[0]) {
  const { shown, search } = props;
  const query = useQuery(assessmentQuery(shown.id, search));
  return (
    <Answer query={query}>
      {({ assessment, current, release }) => (
        <Screen
          {...props}
          assessment={assessment}
          banner={<HorizonBanner search={search} assessment={assessment} current={current} release={release} />}
        />
      )}
    </Answer>
  );
}

function Screen({
  shown,
  search,
  assessment,
  banner,
  heardVersion,
  isFetching,
}: Parameters<typeof Shown>[0] & { readonly assessment: Assessment; readonly banner: ReactNode }) {
  const caseId = shown.id;
  const navigate = route.useNavigate();
  const show = useCallback((next: CaseSearch) => void navigate({ search: next, replace: true }), [navigate]);
  const mayRecord = hasRole(useSession(), 'coordinator', 'clinician', 'chair');
  const [panel, setPanel] = useState<Panel | null>(null);
  const [tab, setTab] = useState('classes');
  useHotkeys([
    ['n', () => mayRecord && setPanel({ kind: 'entry' })],
    ['c', () => setTab('classes')],
    ['p', () => setTab('panel')],
    ['r', () => setTab('record')],
    ['h', () => setTab('history')],
  ]);
  const board = useQuery(boardQuery(caseId));
  const outlook = useQuery(outlookQuery(caseId, search));
  const record = useQuery(recordQuery(caseId));
  return (
    <PanelContext value={setPanel}>
      <Stack gap="sm" p="md">
        {banner}
        <CaseHeader
          shown={shown}
          assessment={assessment}
          board={board.data}
          heardVersion={heardVersion}
          isFetching={isFetching}
          isThen={isHorizon(search)}
          actions={
            <>
              <HorizonBar search={search} show={show} />
              {mayRecord && (
                <>
                  <Button size="xs" variant="light" onClick={() => setPanel({ kind: 'refer' })}>
                    {texts.case.refer.open}
                  </Button>
                  <Button size="xs" onClick={() => setPanel({ kind: 'entry' })}>
                    {texts.case.entry.open}
                  </Button>
                </>
              )}
            </>
          }
        />
        <Grid gap="sm">
          <Grid.Col span={{ base: 12, lg: 7 }}>
            <Stack gap="sm">
              <Suspense fallback={<Loading />}>
                <Answer query={record}>{({ facts }) => <Timeline facts={facts} board={board.data} search={search} />}</Answer>
              </Suspense>
              <Missing missing={assessment.missing} alerts={assessment.alerts} />
            </Stack>
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 5 }}>
            <NextStep step={assessment.nextStep}>
              <WhatWouldChange caseId={caseId} search={search} />
              <Answer query={outlook}>
                {({ guidelines, trials }) => (
                  <>
                    <Guidelines guidelines={guidelines} />
                    <Trials trials={trials} />
                  </>
                )}
              </Answer>
            </NextStep>
          </Grid.Col>
        </Grid>
        <Tabs value={tab} onChange={(next) => setTab(next ?? 'classes')} keepMounted={false}>
          <Tabs.List mb="sm">
            <Tabs.Tab value="classes">{texts.case.tabs.classes}</Tabs.Tab>
            <Tabs.Tab value="panel">{texts.case.tabs.panel}</Tabs.Tab>
            <Tabs.Tab value="record">{texts.case.tabs.record}</Tabs.Tab>
            <Tabs.Tab value="history">{texts.case.tabs.history}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="classes">
            <Classes assessment={assessment} outlook={outlook.data} />
          </Tabs.Panel>
          <Tabs.Panel value="panel">
            <PanelOpinions caseId={caseId} mayAsk={mayRecord} />
          </Tabs.Panel>
          <Tabs.Panel value="record">
            <RecordView caseId={caseId} mayRecord={mayRecord} />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <History caseId={caseId} />
          </Tabs.Panel>
        </Tabs>
        <Text size="xs" c="dimmed">
          {texts.case.keys}
        </Text>
      </Stack>
      <Drawer
        opened={panel !== null}
        onClose={() => setPanel(null)}
        position="right"
        size={panel?.kind === 'entry' ? 'xl' : 'lg'}
        title={panel === null ? '' : titleOf(panel)}
        overlayProps={{ backgroundOpacity: 0.2 }}
        closeButtonProps={{ 'aria-label': texts.case.close }}
      >
        <Box pb="md">{panel !== null && <Side panel={panel} caseId={caseId} mayRecord={mayRecord} close={() => setPanel(null)} />}</Box>
      </Drawer>
    </PanelContext>
  );
}

function titleOf(panel: Panel): string {
  switch (panel.kind) {
    case 'evidence':
      return texts.case.evidence.title(panel.id);
    case 'fact':
      return texts.case.fact(panel.id);
    case 'refer':
      return texts.case.refer.open;
    case 'entry':
      return panel.correct === undefined ? texts.case.entry.title : texts.case.record.correctFact(panel.correct);
  }
}

function Side({
  panel,
  caseId,
  mayRecord,
  close,
}: {
  readonly panel: Panel;
  readonly caseId: string;
  readonly mayRecord: boolean;
  readonly close: () => void;
}) {
  switch (panel.kind) {
    case 'evidence':
      return <EvidenceView id={panel.id} />;
    case 'fact':
      return <FactView caseId={caseId} id={panel.id} mayRecord={mayRecord} />;
    case 'refer':
      return <ReferCase caseId={caseId} close={close} />;
    case 'entry':
      return mayRecord ? (
        <Suspense fallback={<Loading />}>
          <Entry key={panel.correct ?? ''} caseId={caseId} correct={panel.correct} close={close} />
        </Suspense>
      ) : (
        <Alert color="gray">{texts.states.notAllowed}</Alert>
      );
  }
}
