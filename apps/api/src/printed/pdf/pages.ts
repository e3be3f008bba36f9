import type { Line } from './lines.js';
import { STYLES, type Style, type Typesetter } from './typesetter.js';

/** A text in a place of its row. */
export interface Cell {
  /** Its role for who reads the document by ear. */
  readonly tag: 'P' | 'H1' | 'H2' | 'H3' | 'Lbl' | 'LBody' | 'TH' | 'TD';
  readonly text: string;
  readonly style: Style;
  /** From the left margin, in points. */
  readonly x: number;
  readonly width: number;
}

interface RowOptions {
  /** Space below, in points. */
  readonly after?: number;
  /** A line below. */
  readonly rule?: boolean;
  /** The head of the table, which comes again on each page. */
  readonly repeated?: readonly Cell[];
}

/** Where on the pages the text has come to: breaks pages, repeats the heads of tables, and tags what is written. */
export class Pages {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #typesetter: Typesetter;
  readonly #root: PDFKit.PDFStructureElement;
  readonly #left: number;
  readonly #top: number;
  readonly #bottom: number;
  readonly width: number;
  #parent: PDFKit.PDFStructureElement;
  #y: number;

  constructor(pdf: PDFKit.PDFDocument, typesetter: Typesetter) {
    this.#pdf = pdf;
    this.#typesetter = typesetter;
    const { margins, width, height } = pdf.page;
    this.#left = margins.left;
    this.#top = margins.top;
    this.#bottom = height - margins.bottom - STYLES.footer.leading;
    this.width = width - margins.left - margins.right;
    this.#y = this.#top;
    this.#root = pdf.struct('Document');
    pdf.addStructure(this.#root);
    this.#parent = this.#root;
  }

  space(points: number): void {
    this.#y += points;
  }

  paragraph(tag: 'P' | 'H1', text: string, style: Style): void {
    this.#flow([{ tag, text, style, x: 0, width: this.width }], this.#parent, {});
    this.space(4);
  }

  /** A heading is not left alone at the end of a page. */
  heading(tag: 'H2' | 'H3', text: string, style: Style): void {
    this.space(tag === 'H2' ? 10 : 5);
    const lines = this.#typesetter.lines(text, this.width, style);
    if (this.#y + lines.length * STYLES[style].leading + 3 * STYLES.text.leading > this.#bottom) this.#newPage();
    this.#flow([{ tag, text, style, x: 0, width: this.width }], this.#parent, { rule: tag === 'H2' });
    this.space(3);
  }

  /** What must not be missed, in a frame. */
  boxed(text: string): void {
    const cell = { tag: 'P', text, style: 'strong', x: 6, width: this.width - 12 } as const;
    const height = this.#typesetter.lines(text, cell.width, 'strong').length * STYLES.strong.leading;
    if (this.#y + height + 12 > this.#bottom) this.#newPage();
    const top = this.#y;
    const { count } = this.#pdf.bufferedPageRange();
    this.space(5);
    this.#flow([cell], this.#parent, {});
    this.space(5);
    // What goes over to another page has no frame.
    if (this.#pdf.bufferedPageRange().count === count)
      this.#artifact(() =>
        this.#pdf
          .lineWidth(1.2)
          .strokeColor('#111')
          .rect(this.#left, top, this.width, this.#y - top)
          .stroke(),
      );
    this.space(8);
  }

  /** What is written by `write` belongs together: a list, a table. */
  group(tag: 'L' | 'Table', write: () => void): void {
    const parent = this.#parent;
    this.#parent = this.#child(parent, tag);
    write();
    this.#parent = parent;
  }

  row(tag: 'LI' | 'TR', cells: readonly Cell[], options: RowOptions = {}): void {
    this.#flow(cells, this.#child(this.#parent, tag), options);
  }

  /** Writes the footer and the number of the page on each, and closes the structure. */
  finish(footer: string): void {
    this.#root.end();
    const { start, count } = this.#pdf.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.#pdf.switchToPage(page);
      const number = `Page ${page - start + 1} of ${count}`;
      const width = this.#typesetter.widthOf(number, 'footer');
      const [line] = this.#typesetter.lines(footer, this.width - width - 12, 'footer');
      const [numberLine] = this.#typesetter.lines(number, width + 1, 'footer');
      this.#artifact(() => {
        const y = this.#bottom + STYLES.footer.leading;
        if (line !== undefined) this.#typesetter.draw(line, this.#left, y, 'footer');
        if (numberLine !== undefined) this.#typesetter.draw(numberLine, this.#left + this.width - width, y, 'footer');
      });
    }
  }

  /** Sets cells beside one another; what does not fit goes on with the same cells on the next page. */
  #flow(cells: readonly Cell[], parent: PDFKit.PDFStructureElement, { after = 0, rule = false, repeated }: RowOptions): void {
    const columns = cells.map((cell) => ({
      cell,
      lines: this.#typesetter.lines(cell.text, cell.width, cell.style),
      element: this.#child(parent, cell.tag, cell.tag === 'TH' ? { scope: 'Column' } : {}),
    }));
    const leading = Math.max(...cells.map(({ style }) => STYLES[style].leading));
    const count = Math.max(...columns.map(({ lines }) => lines.length));
    const height = count * leading;
    // A row that fits on a page is not torn; a longer one begins where it can and goes on.
    const isShort = height < (this.#bottom - this.#top) / 3;
    if (this.#y + (isShort ? height : leading) > this.#bottom) this.#newPage(repeated);
    for (let next = 0; next < count; ) {
      const fits = Math.max(1, Math.floor((this.#bottom - this.#y) / leading));
      const end = Math.min(count, next + fits);
      for (const { cell, lines, element } of columns) this.#drawTagged(lines.slice(next, end), cell, leading, element);
      this.#y += (end - next) * leading;
      next = end;
      if (next < count) this.#newPage(repeated);
    }
    this.space(after);
    if (rule) this.#rule();
  }

  #drawTagged(lines: readonly Line[], cell: Cell, leading: number, element: PDFKit.PDFStructureElement): void {
    if (lines.every(({ runs }) => runs.length === 0)) return;
    const content = this.#pdf.markStructureContent(cell.tag);
    this.#drawLines(lines, cell, leading);
    this.#pdf.endMarkedContent();
    element.add(content);
  }

  #drawLines(lines: readonly Line[], { x, style }: Cell, leading: number): void {
    for (const [index, line] of lines.entries()) this.#typesetter.draw(line, this.#left + x, this.#y + index * leading, style);
  }

  /** Who reads by ear has heard the head of the table once. */
  #newPage(repeated: readonly Cell[] = []): void {
    this.#pdf.addPage();
    this.#y = this.#top;
    if (repeated.length === 0) return;
    const leading = STYLES.strong.leading;
    const columns = repeated.map((cell) => ({ cell, lines: this.#typesetter.lines(cell.text, cell.width, cell.style) }));
    this.#artifact(() => {
      for (const { cell, lines } of columns) this.#drawLines(lines, cell, leading);
    });
    this.#y += Math.max(...columns.map(({ lines }) => lines.length)) * leading + 1;
    this.#rule();
  }

  #rule(): void {
    this.#artifact(() =>
      this.#pdf
        .lineWidth(0.5)
        .strokeColor('#bbb')
        .moveTo(this.#left, this.#y)
        .lineTo(this.#left + this.width, this.#y)
        .stroke(),
    );
    this.space(2);
  }

  /** What is no content: rules, frames, page numbers. */
  #artifact(draw: () => void): void {
    this.#pdf.markContent('Artifact');
    draw();
    this.#pdf.endMarkedContent();
  }

  #child(parent: PDFKit.PDFStructureElement, tag: string, options: { readonly scope?: 'Column' } = {}): PDFKit.PDFStructureElement {
    const element = this.#pdf.struct(tag, options);
    parent.add(element);
    return element;
  }
}
