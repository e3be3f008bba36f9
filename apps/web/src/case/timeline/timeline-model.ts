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
  /** Of the facts alone, without what the board did. */
  readonly lastFactDay: string;
  readonly ebv: EbvChart;
  readonly lesions: LesionChart;
  readonly treatments: TreatmentChart;
  readonly board: readonly BoardMark[];
}

/** What the board did: its decisions, the meetings that took them, and the one whose agenda the case is on. */
export function boardMarks(board: CaseBoard | undefined): readonly BoardMark[] {
  if (board === undefined) return [];
  const decisions: BoardMark[] = board.decisions.map(({ decisionId, on, content }) => ({
    on,
    kind: 'decision',
    what: content.step,
    isStanding: board.standing?.decisionId === decisionId,
  }));
  const held = new Map(board.decisions.flatMap(({ meetingId, on }) => (meetingId === null ? [] : [[meetingId, on] as const])));
  const meetings: BoardMark[] = [...held].map(([, on]) => ({ on, kind: 'meeting', what: 'held', isStanding: false }));
  const { schedule } = board;
  if (schedule !== null && !held.has(schedule.meetingId)) {
    meetings.push({ on: schedule.on, kind: 'meeting', what: schedule.mode, isStanding: false });
  }
  return [...decisions, ...meetings].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** The timeline of a record at a horizon. */
export function timelineModel(facts: readonly IdentifiedFact[], board: CaseBoard | undefined, search: CaseSearch): TimelineModel {
  const timeline = timelineOf(facts, search);
  const marks = boardMarks(board);
  const factDays = timeline.facts.map(({ on }) => on).sort();
  const days = [...factDays, ...marks.map(({ on }) => on)].sort();
  const lastDay = days.at(-1) ?? timeline.asOf;
  return {
    firstDay: days[0] ?? null,
    lastDay,
    lastFactDay: factDays.at(-1) ?? lastDay,
    ebv: ebvChart(timeline),
    lesions: lesionChart(timeline),
    treatments: treatmentChart(timeline, lastDay),
    board: marks,
  };
}
