/** The texts of the accounts screens. */
export const accountTexts = {} as const;
