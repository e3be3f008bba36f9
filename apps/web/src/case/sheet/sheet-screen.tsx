import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { type ReactNode, useMemo } from 'react';
import { momentText } from '../../shell/moment.js';
import { Failed, Loading } from '../../shell/states.js';
import { inWords, texts } from '../../texts/texts.js';
import {
  type Assessment,
  assessmentQuery,
  boardQuery,
  boardThenQuery,
  type CaseAnswer,
  type CaseBoard,
  caseQuery,
  outlookQuery,
  recordQuery,
} from '../case-queries.js';
import { type CaseSearch, isHorizon } from '../case-search.js';
import { findingText } from '../finding-text.js';
import { knownPatient } from '../known-patient.js';
import { againstOf } from '../next-step/against.js';
import { timelineModel } from '../timeline/timeline-model.js';
import { timelineRows } from '../timeline/timeline-rows.js';
import classes from './sheet.module.css';
import { SheetChart } from './sheet-chart.js';
import { ClassTable, DecisionTable, EbvTable, LesionTable, SheetReasons, TreatmentTable } from './sheet-tables.js';
import type { SheetReason } from './sheet-text.js';

const route = getRouteApi('/shell/cases/$caseId/sheet');
const words = texts.case.sheet;

/** The case on paper, now or at the horizon of the address. */
export function SheetScreen() {
  const { caseId } = route.useParams();
  const search = route.useSearch();
  const isThen = isHorizon(search);
  const shown = useQuery(caseQuery(caseId));
  const then = useQuery({ ...assessmentQuery(caseId, search), enabled: isThen });
  const boardNow = useQuery({ ...boardQuery(caseId), enabled: !isThen });
  const boardThen = useQuery(boardThenQuery(caseId, search));
  const board = isThen ? boardThen : boardNow;
  const record = useQuery(recordQuery(caseId));
  const outlook = useQuery(outlookQuery(caseId, search));
  const assessment = isThen ? then.data?.assessment : shown.data?.assessment;
  const failed = [shown, then, board, record, outlook].find(({ isError, data }) => isError && data === undefined);
  return (
    <>
      <div className={classes['bar']}>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} search={search} />}>
          {words.back}
        </Anchor>
        <Button size="xs" onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      {failed !== undefined ? (
        <Failed error={failed.error} retry={failed.refetch} />
      ) : shown.data === undefined ||
        assessment === undefined ||
        board.data === undefined ||
        record.data === undefined ||
        outlook.data === undefined ? (
        <Loading />
      ) : (
        <Sheet
          shown={shown.data}
          search={search}
          assessment={assessment}
          against={againstOf(outlook.data)}
          board={board.data}
          facts={record.data.facts as readonly IdentifiedFact[]}
        />
      )}
    </>
  );
}

function Sheet({
  shown,
  search,
  assessment,
  against,
  board,
  facts,
}: {
  readonly shown: CaseAnswer;
  readonly search: CaseSearch;
  readonly assessment: Assessment;
  readonly against: readonly SheetReason[];
  readonly board: CaseBoard | null;
  readonly facts: readonly IdentifiedFact[];
}) {
  const model = useMemo(() => timelineModel(facts, board ?? undefined, search), [facts, board, search]);
  const rows = useMemo(() => timelineRows(model), [model]);
  const { nextStep, missing, alerts } = assessment;
  return (
    <article className={classes['sheet']} aria-label={words.title}>
      <Head shown={shown} search={search} assessment={assessment} />
      <Part title={texts.case.header.stage}>
        {Object.entries(assessment.stage).map(([edition, { group, m }]) => (
          <p key={edition}>
            <b>{findingText(group)}</b> ({findingText(m)}), {edition}
          </p>
        ))}
        <p>
          {texts.case.classes.oligometastatic}: <b>{findingText(assessment.oligometastatic)}</b>
        </p>
      </Part>
      <Part title={texts.case.header.step}>
        <p className={classes['step']}>{nextStep.title}</p>
        <p className={classes['small']}>{texts.case.nextStep.proposal}</p>
        <List title={texts.case.nextStep.for} reasons={nextStep.because} />
        <List title={texts.case.nextStep.against} reasons={against} />
        <List title={texts.case.nextStep.needs} reasons={nextStep.needs.map((text) => ({ text }))} />
        <List
          title={texts.case.nextStep.alternatives}
          reasons={nextStep.alternatives.map(({ title, evidence }) => ({ text: title, evidence }))}
        />
        <List
          title={texts.case.nextStep.blocked}
          reasons={nextStep.blocked.flatMap(({ option, because }) => because.map((one) => ({ ...one, text: `${option}: ${one.text}` })))}
        />
      </Part>
      {(alerts.length > 0 || missing.length > 0) && (
        <Part title={texts.case.missing.title}>
          <SheetReasons reasons={[...alerts, ...missing.map(({ item }) => ({ text: item }))]} />
        </Part>
      )}
      <Part title={texts.case.timeline.title}>
        <SheetChart model={model} />
      </Part>
      <Part title={words.ebv}>
        <EbvTable model={model} />
      </Part>
      <Part title={words.lesions}>
        <LesionTable model={model} />
      </Part>
      <Part title={words.treatment}>
        <TreatmentTable rows={rows} />
      </Part>
      <Part title={words.decisions}>{board === null ? <p>{texts.case.notHereYet}</p> : <DecisionTable board={board} />}</Part>
      <Part title={texts.case.classes.title(Object.keys(assessment.m1).length)}>
        <ClassTable m1={assessment.m1} />
      </Part>
      <p className={classes['small']}>{texts.notADevice}</p>
    </article>
  );
}

function Head({ shown, search, assessment }: { readonly shown: CaseAnswer; readonly search: CaseSearch; readonly assessment: Assessment }) {
  const { reference, patient, source } = shown;
  const { identity, title } = knownPatient(shown);
  return (
    <>
      <header className={classes['head']}>
        <div>
          <h1>
            {words.title} {reference}
          </h1>
          <p>
            {identity !== null && `${identity.name}, ${texts.case.recordNumber(identity.recordNumber)}, `}
            {texts.case.patient(patient.sex, patient.ageYears)}
            {title !== null && `. ${title}`}
            {source !== undefined && ` (${inWords(source.kind)})`}
          </p>
        </div>
        <div className={classes['small']}>
          <p>{texts.product}</p>
          <p>{texts.case.version(shown.version, momentText(shown.freshness.recordedAt))}</p>
          <p>{texts.case.horizon.asOf(assessment.asOf, assessment.knowledge)}</p>
          <p>{words.printed(momentText(Date.now()))}</p>
        </div>
      </header>
      {isHorizon(search) && (
        <p className={classes['then']}>
          {words.ofThePast} {texts.case.horizon.reading(search.validOn, search.knownOn)}
        </p>
      )}
    </>
  );
}

const Part = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
);

const List = ({ title, reasons }: { readonly title: string; readonly reasons: readonly SheetReason[] }) =>
  reasons.length > 0 && (
    <>
      <h3>{title}</h3>
      <SheetReasons reasons={reasons} />
    </>
  );
