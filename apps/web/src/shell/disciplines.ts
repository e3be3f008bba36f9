import type { components } from '../api/schema.js';

/** A discipline of the board. */
export type Discipline = components['schemas']['Session']['disciplines'][number];

/** The disciplines of the board, in the order in which they are listed. */
export const DISCIPLINES = [
  'radiation-oncology',
  'medical-oncology',
  'radiology',
  'nuclear-medicine',
  'pathology',
  'surgery',
  'interventional-radiology',
  'palliative-care',
  'nursing',
] as const satisfies readonly Discipline[];

/** The disciplines among some texts. */
export const asDisciplines = (values: readonly string[]): Discipline[] => DISCIPLINES.filter((discipline) => values.includes(discipline));
