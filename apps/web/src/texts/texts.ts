import { en } from './en.js';

/** The texts in the language of the page. */
export const texts = en;

/** `locoregional-rt` as people read it. */
export const inWords = (code: string): string => code.replaceAll('-', ' ');
