import { type IdentifiedFact, timelineOf } from '@tumor-board/oncology';
import type { CaseBoard } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';
import { type EbvChart, ebvChart } from './ebv-series.js';
import { type LesionChart, lesionChart } from './lesion-series.js';
import { type TreatmentChart, treatmentChart } from './treatments.js';

/** A decision or a meeting of the board on a day. */
export interface BoardMark {
  readonly on: string;
  readonly kind: 'decision' | 'meeting';
  /** The step that was decided; how the case is on the agenda. */
  readonly what: string;
  readonly isStanding: boolean;
}

/** Everything of a case on one time axis. */
export interface TimelineModel {
  readonly firstDay: string | null;
  readonly lastDay: string;
  readonly ebv: EbvChart;
  readonly lesions: LesionChart;
  readonly treatments: TreatmentChart;
  readonly board: readonly BoardMark[];
}

/** What the board did, up to the day that is asked for. */
export function boardMarks(board: CaseBoard | undefined, search: CaseSearch): readonly BoardMark[] {
  if (board === undefined) return [];
  const until = [search.validOn, search.knownOn].flatMap((day) => (day === undefined ? [] : [day])).sort()[0];
  const marks: BoardMark[] = board.decisions.map(({ decisionId, on, content }) => ({
    on,
    kind: 'decision',
    what: content.step,
    isStanding: board.standing?.decisionId === decisionId,
  }));
  if (board.schedule !== null) marks.push({ on: board.schedule.on, kind: 'meeting', what: board.schedule.mode, isStanding: false });
  return marks.filter(({ on }) => until === undefined || on <= until).sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The timeline of a record at a horizon. */
export function timelineModel(facts: readonly IdentifiedFact[], board: CaseBoard | undefined, search: CaseSearch): TimelineModel {
  const timeline = timelineOf(facts, search);
  const marks = boardMarks(board, search);
  const days = [...timeline.facts.map(({ on }) => on), ...marks.map(({ on }) => on)].sort();
  const lastDay = days.at(-1) ?? timeline.asOf;
  return {
    firstDay: days[0] ?? null,
    lastDay,
    ebv: ebvChart(timeline),
    lesions: lesionChart(timeline),
    treatments: treatmentChart(timeline, lastDay),
    board: marks,
  };
}
