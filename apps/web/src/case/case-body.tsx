import { Grid, Stack, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Answer, Loading } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { type Assessment, type CaseBoard, outlookQuery } from './case-queries.js';
import classes from './case-screen.module.css';
import { type CaseSearch, TABS, type Tab } from './case-search.js';
import { Classes } from './classes/classes.js';
import { History } from './history/history.js';
import { Missing } from './missing.js';
import { againstOf } from './next-step/against.js';
import { Guidelines } from './next-step/guidelines.js';
import { NextStep } from './next-step/next-step.js';
import { Trials } from './next-step/trials.js';
import { WhatWouldChange } from './next-step/what-would-change.js';
import { PanelOpinions } from './panel-opinions/panel-opinions.js';
import { RecordView } from './record/record.js';

/** Charts are heavy, and come when they are needed. */
const Timeline = lazy(() => import('./timeline/timeline.js').then(({ Timeline: component }) => ({ default: component })));

/** What is known of the case and what that amounts to, now or at a horizon. */
export function CaseBody({
  caseId,
  search,
  assessment,
  board,
  record,
  mayRecord,
  tab,
  showTab,
}: {
  readonly caseId: string;
  readonly search: CaseSearch;
  readonly assessment: Assessment;
  readonly board: CaseBoard | undefined;
  readonly record: {
    readonly data: { readonly facts: readonly unknown[] } | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  readonly mayRecord: boolean;
  readonly tab: Tab;
  readonly showTab: (tab: Tab) => void;
}) {
  const outlook = useQuery(outlookQuery(caseId, search));
  // What was published on the reading that was shown before keeps its place until that on this one has come, and is marked.
  const isOld = outlook.isPlaceholderData;
  const known = isOld ? undefined : outlook.data;
  return (
    <>
      <Grid gap="sm">
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <Suspense fallback={<Loading />}>
            <Answer query={record}>{({ facts }) => <Timeline facts={facts} board={board} search={search} />}</Answer>
          </Suspense>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="sm">
            <NextStep step={assessment.nextStep} against={known === undefined ? undefined : againstOf(known)}>
              <WhatWouldChange caseId={caseId} search={search} />
            </NextStep>
            <Missing missing={assessment.missing} alerts={assessment.alerts} />
          </Stack>
        </Grid.Col>
        {outlook.data === undefined ? (
          <Grid.Col span={12}>
            <Answer query={outlook}>{() => null}</Answer>
          </Grid.Col>
        ) : (
          <>
            <Grid.Col span={{ base: 12, lg: 7 }} aria-busy={isOld} className={classes['outlook'] ?? ''}>
              <Guidelines guidelines={outlook.data.guidelines} />
            </Grid.Col>
            <Grid.Col span={{ base: 12, lg: 5 }} aria-busy={isOld} className={classes['outlook'] ?? ''}>
              <Trials trials={outlook.data.trials} />
            </Grid.Col>
          </>
        )}
      </Grid>
      <Tabs value={tab} onChange={(next) => showTab(TABS.find((one) => one === next) ?? 'classes')} keepMounted={false}>
        <Tabs.List mb="sm">
          {TABS.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {texts.case.tabs[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="classes">
          <Classes assessment={assessment} outlook={known} />
        </Tabs.Panel>
        <Tabs.Panel value="panel">
          <PanelOpinions caseId={caseId} search={search} mayAsk={mayRecord} />
        </Tabs.Panel>
        <Tabs.Panel value="record">
          <RecordView caseId={caseId} search={search} mayRecord={mayRecord} />
        </Tabs.Panel>
        <Tabs.Panel value="history">
          <History caseId={caseId} search={search} />
        </Tabs.Panel>
      </Tabs>
      <Text size="xs" c="dimmed">
        {texts.case.keys}
      </Text>
    </>
  );
}
