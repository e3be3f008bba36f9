/** The words of a search, in lower case like the references that are kept for it. */
export const wordsOf = (search = ''): readonly string[] => search.toLowerCase().split(/\s+/).filter(Boolean);

/** The pattern of a text that holds a word; the word's own signs stand for themselves. */
export const holding = (word: string): string => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
