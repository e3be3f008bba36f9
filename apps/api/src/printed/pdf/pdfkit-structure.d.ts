// What pdfkit has and its types do not say yet.
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Of a head cell: what it is the head of. */
    scope?: 'Column' | 'Row';
  }
}
