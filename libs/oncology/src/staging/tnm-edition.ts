/** The editions of the nasopharynx TNM that the product reads. They are never mixed. */
export const TNM_EDITIONS = ['TNM-8', 'TNM-9'] as const;
export type TnmEdition = (typeof TNM_EDITIONS)[number];
