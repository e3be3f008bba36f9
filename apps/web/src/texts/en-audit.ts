/** The texts of the audit screens. */
export const auditTexts = {} as const;
