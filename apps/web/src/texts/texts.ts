/** The texts in the language of the page. A namespace, so that a bundler sees which of them a screen uses. */
export * as texts from './en.js';

/** `locoregional-rt` as people read it. */
export const inWords = (code: string): string => code.replaceAll('-', ' ');

/** A number as people read it: 62,000. */
export const numberText = (value: number): string => value.toLocaleString('en-GB');
