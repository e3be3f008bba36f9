import type { Weight } from './font-slices.js';
import { type Line, linesOf, type Measure, widestWord, widthOf } from './lines.js';
import type { Run, TextFonts } from './text-fonts.js';

/** How a text looks. */
export type Style = 'title' | 'heading' | 'subheading' | 'text' | 'strong' | 'label' | 'footer';

interface Look {
  /** In points. */
  readonly size: number;
  readonly leading: number;
  readonly weight: Weight;
  readonly colour: string;
}

export const STYLES: Readonly<Record<Style, Look>> = {
  title: { size: 16, leading: 21, weight: 'bold', colour: '#111' },
  heading: { size: 12, leading: 16, weight: 'bold', colour: '#111' },
  subheading: { size: 10, leading: 14, weight: 'bold', colour: '#111' },
  text: { size: 9.5, leading: 13, weight: 'regular', colour: '#111' },
  strong: { size: 9.5, leading: 13, weight: 'bold', colour: '#111' },
  label: { size: 9.5, leading: 13, weight: 'regular', colour: '#444' },
  footer: { size: 7.5, leading: 10, weight: 'regular', colour: '#444' },
};

/** Breaks texts into lines and draws them. */
export class Typesetter {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #fonts: TextFonts;
  readonly #widths = new Map<string, number>();

  constructor(pdf: PDFKit.PDFDocument, fonts: TextFonts) {
    this.#pdf = pdf;
    this.#fonts = fonts;
  }

  lines(text: string, width: number, style: Style): readonly Line[] {
    return linesOf(text, width, this.#runsOf(style), this.#measure(style));
  }

  widthOf(text: string, style: Style): number {
    return widthOf(text, this.#runsOf(style), this.#measure(style));
  }

  widestWord(text: string, style: Style): number {
    return widestWord(text, this.#runsOf(style), this.#measure(style));
  }

  /** Draws a line with its top at `y`. */
  draw(line: Line, x: number, y: number, style: Style): void {
    const { size, leading, colour } = STYLES[style];
    const baseline = y + (leading + size * 0.7) / 2;
    let left = x;
    for (const { font, text, width } of line.runs) {
      this.#pdf.font(font).fontSize(size).fillColor(colour).text(text, left, baseline, { lineBreak: false, baseline: 'alphabetic' });
      left += width;
    }
  }

  readonly #runsOf = (style: Style) => (text: string) => this.#fonts.runs(text, STYLES[style].weight);

  // Words come again and again, and to measure one costs a look at every glyph.
  readonly #measure =
    (style: Style): Measure =>
    ({ font, text }: Run) => {
      const { size } = STYLES[style];
      const key = `${font}\n${size}\n${text}`;
      const known = this.#widths.get(key);
      if (known !== undefined) return known;
      const width = this.#pdf.font(font).fontSize(size).widthOfString(text);
      this.#widths.set(key, width);
      return width;
    };
}
