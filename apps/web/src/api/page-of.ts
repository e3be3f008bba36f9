/**
 * The page of a long list that begins after a cursor: the first is short, to be there soon. Of further ones there are few,
 * because all that are shown are asked for again with each notice, one after the other.
 */
export const pageOf = (after: string | null): { readonly limit: number; readonly after?: string } =>
  after === null ? { limit: 50 } : { limit: 200, after };
