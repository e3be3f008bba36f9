import { texts } from '../texts/texts.js';
import type { Tombstone } from './patient-queries.js';

/** What the service tells in the place of a text that was erased. */
const ERASED = '[erased]';

/** A text that may have been erased, as people read it. */
export const orErased = (text: string): string => (text === ERASED ? texts.patient.erasedMark : text);

/** True for the mark that stands in the place of a text that was erased. */
export const isErased = (text: string): boolean => text === ERASED;

/** Who erased, as people call them. */
export const whoErased = (by: string): string => (by.startsWith('workflow:') ? texts.patient.byWorkflow : by);

/** When, on what ground and by whom it was erased. */
export const tombstoneText = ({ on, because, by }: Tombstone): string =>
  texts.patient.erased(on, texts.patient.grounds[because], whoErased(by));
