/** The kind of text that the title of a case is, for the blind index: titles of two sites share no token. */
export const titlesOf = (site: string): string => `case title of ${site}`;
