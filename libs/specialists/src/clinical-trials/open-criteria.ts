import type { PanelInput } from '../input/panel-input.js';

/** A criterion that waits for a fact, as an item that can be asked for. */
export interface OpenCriterion {
  readonly trial: string;
  /** What the trial asks. */
  readonly asks: string;
  /** What to record. */
  readonly item: string;
}

/** The criteria of trials that still take patients, as far as is known, which wait for a fact of this case. */
export const openCriteria = ({ outlook }: PanelInput): readonly OpenCriterion[] =>
  outlook.trials.flatMap(({ trial, criteria }) =>
    criteria.flatMap(({ asks, waitsFor }): OpenCriterion[] => (waitsFor === 'fact' ? [{ trial, asks, item: `${trial}: ${asks}` }] : [])),
  );
