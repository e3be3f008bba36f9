/** The texts in the language of the page. A namespace, so that a bundler sees which of them a screen uses. */

/** Codes are said by the words of the field, which printed sheets share. */
export { inWords } from '@tumor-board/oncology';
export * as texts from './en.js';

/** A number as people read it: 62,000. */
export const numberText = (value: number): string => value.toLocaleString('en-GB');
