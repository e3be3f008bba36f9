import { daysBetween, type IsoDate } from '@tumor-board/kernel';
import type { NewLesion } from '../facts/lesion.js';
import type { ProgressionCategories } from './overall-response.js';
import type { ImmuneResponse, RecistResponse } from './response-series.js';
import { type Micrometres, micrometres } from './sum-of-diameters.js';
import { LEAST_GROWTH } from './target-response.js';

/** Days after an unconfirmed progression from which, and by which, a scan should confirm it (iRECIST: 4 to 8 weeks). */
export const CONFIRMATION_OPENS_DAYS = 28;
export const CONFIRMATION_CLOSES_DAYS = 56;
/** A new lesion of at least 10 mm is measured; a smaller one, or one without a size, is followed as not measurable. */
const MEASURABLE_NEW_LESION: Micrometres = 10_000;

/** What confirms an unconfirmed progression (iRECIST, Seymour 2017, table 2). */
export type ConfirmingEvent =
  | 'target-growth'
  | 'non-target-growth'
  | 'new-lesion-growth'
  | 'additional-new-lesion'
  | 'progression-in-another-category';

/** A progression that waits for its confirmation: the first scan that showed it, and what it showed. */
export interface UnconfirmedProgression {
  /** Id of the ResponseAssessed fact. */
  readonly fact: string;
  readonly on: IsoDate;
  readonly categories: ProgressionCategories;
  /** The sum that later growth is counted from; null until every target was evaluated. */
  readonly sum: Micrometres | null;
  readonly newLesions: readonly NewLesion[];
}

/** What the scans of a line so far leave behind for the next one. */
export interface ImmuneState {
  readonly pending: UnconfirmedProgression | null;
  readonly confirmed: boolean;
  /** An earlier unconfirmed progression was void because a later scan was no longer progression. */
  readonly reset: boolean;
}

export const IMMUNE_START: ImmuneState = { pending: null, confirmed: false, reset: false };

/** What iRECIST reads of a scan. */
export interface ImmuneScan {
  readonly fact: string;
  readonly on: IsoDate;
  readonly overall: RecistResponse;
  /** Null unless `overall` is PD. */
  readonly progression: ProgressionCategories | null;
  /** Sum over the targets evaluated, and whether these are all. */
  readonly evaluatedSum: Micrometres;
  readonly complete: boolean;
  /** Unequivocal new lesions. */
  readonly newLesions: readonly NewLesion[];
  readonly nonTargetFurtherGrowth: boolean;
  readonly clinicallyStable: boolean | undefined;
}

export interface ImmuneStep {
  readonly response: ImmuneResponse;
  readonly state: ImmuneState;
  readonly confirmedBy: readonly ConfirmingEvent[];
  /** Confirmed more than 8 weeks after the progression was first seen. */
  readonly late: boolean;
}

const NONE: readonly never[] = [];

/** Response by iRECIST at the next scan of a line (Seymour 2017, Lancet Oncol 18:e143; progression against the nadir is tested first). */
export function immuneResponse(state: ImmuneState, scan: ImmuneScan): ImmuneStep {
  if (state.confirmed) return step('iCPD', state);
  if (scan.progression === null) {
    if (scan.overall === 'NE' || state.pending === null) return step(letterOf(scan.overall), state);
    return step(letterOf(scan.overall), { pending: null, confirmed: false, reset: true });
  }
  if (state.pending === null) return step('iUPD', { ...state, pending: unconfirmed(scan, scan.progression) });

  const days = daysBetween(state.pending.on, scan.on);
  const confirmedBy = confirmingEvents(state.pending, scan, scan.progression, days);
  if (confirmedBy.length > 0) {
    const late = days > CONFIRMATION_CLOSES_DAYS;
    return { response: 'iCPD', state: { pending: null, confirmed: true, reset: state.reset }, confirmedBy, late };
  }
  if (state.pending.sum !== null || !scan.complete) return step('iUPD', state);
  // The sum of the first scan was incomplete: growth is counted from the first complete one that follows.
  return step('iUPD', { ...state, pending: { ...state.pending, sum: scan.evaluatedSum } });
}

const step = (response: ImmuneResponse, state: ImmuneState): ImmuneStep => ({ response, state, confirmedBy: NONE, late: false });

const unconfirmed = (scan: ImmuneScan, categories: ProgressionCategories): UnconfirmedProgression => ({
  fact: scan.fact,
  on: scan.on,
  categories,
  sum: scan.complete ? scan.evaluatedSum : null,
  newLesions: scan.newLesions,
});

function letterOf(overall: RecistResponse): ImmuneResponse {
  switch (overall) {
    case 'CR':
      return 'iCR';
    case 'PR':
      return 'iPR';
    case 'SD':
      return 'iSD';
    case 'PD':
      return 'iUPD';
    case 'NE':
      return 'NE';
    case 'non-CR/non-PD':
      return 'non-iCR/non-iUPD';
  }
}

function confirmingEvents(
  before: UnconfirmedProgression,
  scan: ImmuneScan,
  now: ProgressionCategories,
  days: number,
): readonly ConfirmingEvent[] {
  const additional = scan.newLesions.some((lesion) => !before.newLesions.some((known) => known.lesion === lesion.lesion));
  // A scan before 4 weeks confirms only when it was done for a worsening patient and shows one more lesion.
  if (days < CONFIRMATION_OPENS_DAYS) return additional && scan.clinicallyStable === false ? ['additional-new-lesion'] : NONE;

  const events: ConfirmingEvent[] = [];
  const { categories } = before;
  if (categories.target && before.sum !== null && scan.evaluatedSum - before.sum >= LEAST_GROWTH) events.push('target-growth');
  if (categories.nonTarget && scan.nonTargetFurtherGrowth) events.push('non-target-growth');
  if (categories.newLesion && newLesionsGrew(before.newLesions, scan.newLesions)) events.push('new-lesion-growth');
  if (categories.newLesion && additional) events.push('additional-new-lesion');
  if ((now.target && !categories.target) || (now.nonTarget && !categories.nonTarget) || (now.newLesion && !categories.newLesion)) {
    events.push('progression-in-another-category');
  }
  return events;
}

/** New lesions are measured apart from the targets: the measurable ones together by 5 mm, any other by anything. */
function newLesionsGrew(before: readonly NewLesion[], now: readonly NewLesion[]): boolean {
  let measurableGrowth = 0;
  for (const lesion of before) {
    const later = now.find((other) => other.lesion === lesion.lesion);
    const sizeBefore = lesion.mm === undefined ? undefined : micrometres(lesion.mm);
    // A lesion that is no longer listed is gone; one listed without a size shows no growth.
    const sizeNow = later === undefined ? 0 : later.mm === undefined ? sizeBefore : micrometres(later.mm);
    if (sizeBefore === undefined || sizeNow === undefined) continue;
    if (sizeBefore >= MEASURABLE_NEW_LESION) measurableGrowth += sizeNow - sizeBefore;
    else if (sizeNow > sizeBefore) return true;
  }
  return measurableGrowth >= LEAST_GROWTH;
}
