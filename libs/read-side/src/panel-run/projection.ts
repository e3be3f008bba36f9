import {
  caseStream,
  type DeliberationEvent,
  isDeliberationEvent,
  type RecordedRun,
  type RecordedTalk,
  recordedTalk,
} from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import type { RecordedEvent } from '@tumor-board/kernel';
import { agreementWith, countersOf, type PanelCounters, type PanelDiscipline, type PanelRun } from '@tumor-board/specialists';
import { panelRunOf } from '../deliberation/recorded-deliberation.js';
import { type ItemRows, standingItems } from '../projection/item-rows.js';
import { type CaseEvents, readModel } from '../projection/read-model.js';
import type { CountedDiscipline, PanelRunRow } from './table.js';

/** Where the events of a case are read, for what is counted over several of them. */
export interface PanelRunOptions {
  readonly eventStore: Pick<EventStore, 'read'>;
}

/** After these the whole of what was said is looked at. */
const WEIGHED: ReadonlySet<string> = new Set(['DeliberationConcluded', 'DecisionRecorded']);

/** Keeps `read_model.panel_run`. A case whose panel has said nothing is not even read. */
export const panelRuns = ({ eventStore }: PanelRunOptions) =>
  readModel<PanelRunRow>({
    name: 'panel-run',
    table: 'panel_run',
    rowPer: 'item',
    itemKey: ['run_id'],
    columns: {
      case_id: 'uuid',
      run_id: 'uuid',
      site: 'text',
      version: 'integer',
      because: 'text',
      state: 'text',
      superseded_because: 'text',
      release: 'text',
      fingerprint: 'text',
      requested_at: 'timestamptz',
      deadline: 'timestamptz',
      concluded_at: 'timestamptz',
      digest: 'text',
      claims: 'integer',
      admitted: 'integer',
      dissent: 'integer',
      absent: 'jsonb',
      counted: 'jsonb',
      agreement: 'text',
    },
    async fold(given, _previous, standing) {
      const rows = standingItems(standing, (row) => row.run_id);
      for (const event of given.events) {
        const talk =
          WEIGHED.has(event.type) && rows.all().length > 0
            ? recordedTalk(await eventStore.read(caseStream(given.caseId), { upTo: event.streamVersion, sealed: true }))
            : undefined;
        tell(rows, given, event, talk);
      }
      return rows.changed();
    },
  });

function tell(rows: ItemRows<PanelRunRow>, given: CaseEvents, event: CaseEvents['events'][number], talk: RecordedTalk | undefined): void {
  const version = event.streamVersion;
  if (isDeliberationEvent(event)) return note(rows, given, event, talk);
  if (event.type === 'CaseErased') {
    for (const { run_id, state } of rows.all()) if (state !== 'superseded') rows.change(run_id, version, { state: 'superseded' });
  }
  if (event.type === 'DecisionRecorded') {
    const last = talk?.runs.at(-1);
    const run = last?.superseded === null ? panelRunOf(last) : undefined;
    if (last === undefined || run === undefined) return;
    const agreement = agreementWith(run, event.data.content.step);
    rows.change(last.runId, version, (row) => ({ agreement: row.agreement ?? agreement }));
  }
}

function note(
  rows: ItemRows<PanelRunRow>,
  { caseId, site }: CaseEvents,
  event: RecordedEvent & DeliberationEvent,
  talk: RecordedTalk | undefined,
): void {
  const version = event.streamVersion;
  switch (event.type) {
    case 'DeliberationRequested': {
      const { runId, because, release, fingerprint, deadline } = event.data;
      return rows.add({
        case_id: caseId,
        run_id: runId,
        site,
        version,
        because,
        state: 'running',
        superseded_because: null,
        release,
        fingerprint,
        requested_at: event.recordedAt,
        deadline,
        concluded_at: null,
        digest: null,
        claims: 0,
        admitted: 0,
        dissent: 0,
        absent: [],
        counted: [],
        agreement: null,
      });
    }
    case 'DeliberationConcluded': {
      const { runId, digest } = event.data;
      const counted = talk === undefined ? undefined : countedOf(talk, runId);
      return rows.change(runId, version, { state: 'concluded', concluded_at: event.recordedAt, digest, ...counted });
    }
    case 'DeliberationSuperseded': {
      const { runId, because } = event.data;
      return rows.change(runId, version, { state: 'superseded', superseded_because: because });
    }
    case 'OpinionRecorded':
    case 'DisciplineAbsent':
    case 'ModelConsulted':
    case 'ClaimMade':
    case 'ClaimWithdrawn':
      return;
  }
}

/** What is counted of a run, against the one that concluded before it. */
function countedOf(talk: RecordedTalk, runId: string) {
  const at = talk.runs.findIndex((run) => run.runId === runId);
  const found = talk.runs[at];
  const run = found === undefined ? undefined : panelRunOf(found);
  if (run === undefined) return undefined;
  const counters = countersOf(run, lastConcluded(talk.runs.slice(0, at)));
  return {
    claims: counters.claims,
    admitted: counters.admitted,
    dissent: counters.dissent,
    absent: counters.absent,
    counted: byDiscipline(counters),
  };
}

const lastConcluded = (runs: readonly RecordedRun[]): PanelRun | undefined => {
  const last = runs.findLast(({ concluded }) => concluded !== null);
  return last === undefined ? undefined : panelRunOf(last);
};

function byDiscipline({ byDiscipline: spoke, absent, changedMind }: PanelCounters): CountedDiscipline[] {
  const changed = (discipline: string): number => changedMind.filter((change) => change.discipline === discipline).length;
  return [
    ...spoke.map((one) => ({ ...one, absent: false, changed: changed(one.discipline) })),
    ...absent.map((discipline: PanelDiscipline) => ({ discipline, claims: 0, struck: {}, repeats: 0, absent: true, changed: 0 })),
  ];
}
