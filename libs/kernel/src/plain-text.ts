/** True for a text that every part of the product can keep: without U+0000, which the database refuses, and without half characters. */
export const isPlainText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** What a text was expected to be that is none of these. */
export const PLAIN_TEXT_EXPECTED = 'expected a text without U+0000 and without half characters';
