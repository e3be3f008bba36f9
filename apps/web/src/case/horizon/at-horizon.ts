import { daysAfter } from '@tumor-board/kernel';
import type { IdentifiedFact } from '@tumor-board/oncology';
import type { CaseBoard, HistoryEvent } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';

/** The last day of which anything recorded may be shown; null for all. */
export function lastDayOf({ validOn, knownOn }: CaseSearch): string | null {
  return [validOn, knownOn].flatMap((day) => (day === undefined ? [] : [day])).sort()[0] ?? null;
}

/** The moment before which something must have been recorded, ISO 8601; undefined for now. */
export function recordedBefore(search: CaseSearch): string | undefined {
  const day = lastDayOf(search);
  return day === null ? undefined : `${daysAfter(day, 1)}T00:00:00Z`;
}

/** The facts that had become known, of things that had happened: corrections are facts of what was known, not of what happened. */
export function factsAt(facts: readonly IdentifiedFact[], { validOn, knownOn }: CaseSearch): readonly IdentifiedFact[] {
  return facts.filter((fact) => {
    const isOfRecord = fact.type === 'FactCorrected' || fact.type === 'FactRetracted';
    return (knownOn === undefined || (fact.knownOn ?? fact.on) <= knownOn) && (validOn === undefined || isOfRecord || fact.on <= validOn);
  });
}

/** What had happened in a case: facts by when they became known, what the board did by when it was recorded. */
export function eventsAt(events: readonly HistoryEvent[], search: CaseSearch): readonly HistoryEvent[] {
  const last = lastDayOf(search);
  if (last === null) return events;
  const { validOn, knownOn } = search;
  return events.filter(({ fact, on, knownOn: known, recordedAt }) => {
    if (fact === null || on === null) return recordedAt.slice(0, 10) <= last;
    return (knownOn === undefined || (known ?? on) <= knownOn) && (validOn === undefined || on <= validOn);
  });
}

/** The days on which something of a case became true or known, or the board decided, each once. */
export function daysOf(facts: readonly IdentifiedFact[], board: CaseBoard | undefined, field: keyof CaseSearch): readonly string[] {
  const ofFacts = facts.map(({ on, knownOn }) => (field === 'knownOn' ? (knownOn ?? on) : on));
  return [...new Set([...ofFacts, ...(board?.decisions ?? []).map(({ on }) => on)])].sort();
}

/** The stop of a day among the days: the last that is not after it; beyond the last one when there is no day, which is now. */
export function stopOf(days: readonly string[], day: string | undefined): number {
  if (day === undefined) return days.length;
  return Math.max(
    days.findLastIndex((one) => one <= day),
    0,
  );
}
