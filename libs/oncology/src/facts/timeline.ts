import type { IsoDate } from '@tumor-board/kernel';
import type { ClinicalFactType, FactOf, IdentifiedFact } from './clinical-fact.js';

/** Which part of the record is read: what was true on a day, as known on a day. Both bounds are inclusive. */
export interface Horizon {
  readonly validOn?: IsoDate | undefined;
  readonly knownOn?: IsoDate | undefined;
}

/**
 * The clinical facts that stand at a horizon, in clinical order: by `on`, and facts of one day as they were recorded.
 * Corrected facts stand corrected under their first id, retracted ones are left out.
 */
export interface Timeline {
  /** The day that the timeline describes: the last `on` of the record, or the day asked for. */
  readonly asOf: IsoDate;
  readonly facts: readonly FactOf[];
  /** The standing facts of one type, in clinical order. */
  readonly of: <Type extends ClinicalFactType>(type: Type) => readonly FactOf<Type>[];
  /** The last standing fact of one type. */
  readonly latest: <Type extends ClinicalFactType>(type: Type) => FactOf<Type> | undefined;
  /** The place of a standing fact in clinical order, from 0. */
  readonly rank: (fact: FactOf) => number;
}

const knownFrom = (fact: IdentifiedFact): IsoDate => fact.knownOn ?? fact.on;
const NONE: readonly never[] = [];

/** The timeline of a record. A correction counts from the day it was known; of several, the one known latest wins. */
export function timelineOf(record: readonly IdentifiedFact[], horizon: Horizon = {}): Timeline {
  const { validOn, knownOn } = horizon;
  const replaced = new Map<string, { knownFrom: IsoDate; replacement: FactOf | undefined }>();
  let last = '';
  for (const fact of record) {
    if (knownOn !== undefined && knownFrom(fact) > knownOn) continue;
    if (fact.on > last) last = fact.on;
    if (fact.type !== 'FactCorrected' && fact.type !== 'FactRetracted') continue;
    const id = fact.type === 'FactCorrected' ? fact.corrects : fact.retracts;
    const earlier = replaced.get(id);
    const from = knownFrom(fact);
    if (earlier !== undefined && (earlier.replacement === undefined || earlier.knownFrom > from)) {
      if (fact.type === 'FactCorrected') continue;
    }
    replaced.set(id, { knownFrom: from, replacement: fact.type === 'FactCorrected' ? { ...fact.replacement, id } : undefined });
  }

  const standing: FactOf[] = [];
  let ordered = true;
  for (const fact of record) {
    if (fact.type === 'FactCorrected' || fact.type === 'FactRetracted') continue;
    if (knownOn !== undefined && knownFrom(fact) > knownOn) continue;
    const change = replaced.get(fact.id);
    const stands = change === undefined ? (fact as FactOf) : change.replacement;
    if (stands === undefined || (validOn !== undefined && stands.on > validOn)) continue;
    const previous = standing.at(-1);
    if (previous !== undefined && previous.on > stands.on) ordered = false;
    standing.push(stands);
  }
  // Array.prototype.sort is stable, so facts of one day keep the order in which they were recorded.
  if (!ordered) standing.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

  const byType = new Map<ClinicalFactType, FactOf[]>();
  const ranks = new Map<FactOf, number>();
  standing.forEach((fact, index) => {
    ranks.set(fact, index);
    const same = byType.get(fact.type);
    if (same === undefined) byType.set(fact.type, [fact]);
    else same.push(fact);
  });
  const of = <Type extends ClinicalFactType>(type: Type): readonly FactOf<Type>[] => (byType.get(type) ?? NONE) as readonly FactOf<Type>[];
  return {
    asOf: validOn ?? last,
    facts: standing,
    of,
    latest: (type) => of(type).at(-1),
    rank: (fact) => ranks.get(fact) as number,
  };
}
