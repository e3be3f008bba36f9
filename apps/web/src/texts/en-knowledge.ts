/** The texts of the knowledge screens. */
export const knowledgeTexts = {} as const;
