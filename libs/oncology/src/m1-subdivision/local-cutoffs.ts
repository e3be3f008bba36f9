/**
 * Values that a site registered for systems whose papers give none; EBV DNA in copies/mL of plasma by the site's own assay.
 * A value equal to a cut-off counts as low. Classes that rest on one carry the flag `site-registered`.
 */
export interface LocalCutoffs {
  readonly ZHENG20?: { readonly ebvDnaCopiesPerMl?: number; readonly oligometastaticMax?: number };
  readonly ZOU17?: { readonly oligometastaticMax?: number };
  readonly QIU22?: { readonly ebvDnaCopiesPerMl?: number; readonly pps?: number };
}

/** A site's own cut-offs for one system, in the shape that all of them share. */
export interface SystemCutoffs {
  readonly ebvDnaCopiesPerMl?: number;
  /** From 1 to 5: whatever the paper's number is, one lesion is few and six are many. */
  readonly oligometastaticMax?: number;
  readonly pps?: number;
}
