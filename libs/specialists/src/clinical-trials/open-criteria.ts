import type { CriterionMatch } from '@tumor-board/knowledge';
import { FITNESS_ITEMS, type FitnessItem } from '@tumor-board/oncology';
import type { PanelInput } from '../input/panel-input.js';

/** Criteria that only a treatment still to come can settle: nothing to record today. */
const OF_TREATMENT: readonly CriterionMatch['kind'][] = ['first-line', 'received', 'response', 'response-after-radiotherapy'];

/** Something to record today that would settle criteria of trials. */
export interface ScreeningItem {
  readonly item: string;
  /** Trials that ask for it. */
  readonly trials: readonly string[];
}

/** True for a criterion that waits for a fact which could be recorded today. */
export const waitsForRecord = ({ waitsFor, kind }: CriterionMatch): boolean => waitsFor === 'fact' && !OF_TREATMENT.includes(kind);

/** True for a criterion that waits for treatment still to come; that no line came before this one is not worth saying. */
export const waitsForTreatment = ({ waitsFor, kind }: CriterionMatch): boolean =>
  waitsFor === 'fact' && kind !== 'first-line' && OF_TREATMENT.includes(kind);

const labelOf = ({ criterion, kind, asks }: CriterionMatch): string =>
  kind === 'laboratory' ? (FITNESS_ITEMS[criterion as FitnessItem]?.label ?? asks).replace(' without liver metastases', '') : asks;

/** What to record for the screening of trials that the case does not fail and that nothing to come must open first: the laboratory values in one item, the rest one by one. */
export function screeningItems({ outlook }: PanelInput): readonly ScreeningItem[] {
  const open = outlook.trials
    .filter(({ overall, recruiting, criteria }) => overall === 'unknown' && recruiting !== 'no' && !criteria.some(waitsForTreatment))
    .flatMap(({ trial, criteria }) => criteria.filter(waitsForRecord).map((criterion) => ({ trial, criterion })));
  const laboratory = open.filter(({ criterion }) => criterion.kind === 'laboratory');
  const others = open.filter(({ criterion }) => criterion.kind !== 'laboratory');
  const labels = [...new Set(laboratory.map(({ criterion }) => labelOf(criterion)))];
  const trialsOf = (some: typeof open): string[] => [...new Set(some.map(({ trial }) => trial))];
  return [
    ...(laboratory.length === 0
      ? []
      : [{ item: `laboratory values for trial screening, at most 14 days old: ${labels.join(', ')}`, trials: trialsOf(laboratory) }]),
    ...[...new Set(others.map(({ criterion }) => labelOf(criterion)))].map((asks) => ({
      item: `for trial screening: ${asks}`,
      trials: trialsOf(others.filter(({ criterion }) => labelOf(criterion) === asks)),
    })),
  ];
}
