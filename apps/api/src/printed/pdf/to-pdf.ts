import { setImmediate as turn } from 'node:timers/promises';
import type { Block, Piece, PrintedDocument } from '@tumor-board/board';
import PDFDocument from 'pdfkit';
import { FontIndex } from './font-slices.js';
import { type Cell, Pages } from './pages.js';
import { columnWidths } from './table-columns.js';
import { TextFonts } from './text-fonts.js';
import { STYLES, type Style, Typesetter } from './typesetter.js';

/** A4 with margins of 18 mm, in points. */
const PAGE = { size: 'A4', margin: 51 } as const;
/** How long the layout may keep others waiting, in ms. */
const TURN_MS = 10;
const LABEL_WIDTH = 112;
const GAP = 8;

let index: FontIndex | undefined;

/**
 * The document as PDF: A4, tagged, with its fonts embedded as far as they are used, the footer and the number of the
 * page on each. Characters that no font here has stand as � and are said to.
 */
export async function toPdf(document: PrintedDocument): Promise<Buffer> {
  index ??= new FontIndex();
  const texts = textsOf(document);
  const fonts = await TextFonts.of(
    index,
    texts.map(({ text }) => text),
  );
  for (const { text, style } of texts) for (const line of text.split('\n')) fonts.runs(line, STYLES[style].weight);

  const pdf = new PDFDocument({
    size: PAGE.size,
    margin: PAGE.margin,
    bufferPages: true,
    tagged: true,
    pdfVersion: '1.7',
    lang: 'en',
    displayTitle: true,
    info: { Title: document.title, Creator: 'Tumor board' },
  });
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject));
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  for (const [name, font] of await fonts.fonts()) {
    pdf.registerFont(name, font);
    await turn();
  }

  const typesetter = new Typesetter(pdf, fonts);
  const pages = new Pages(pdf, typesetter);
  pages.paragraph('H1', document.title, 'title');
  let since = performance.now();
  for (const block of document.blocks) {
    write(block, pages, typesetter);
    if (performance.now() - since < TURN_MS) continue;
    await turn();
    since = performance.now();
  }
  if (fonts.hasUnknown) pages.paragraph('P', UNKNOWN_NOTE, 'text');
  pages.finish(document.footer.map(({ text }) => text).join(''));
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

const UNKNOWN_NOTE = '� stands for a character that the fonts of this service do not have. The page in the browser shows it.';
const PAGE_WORDS = 'Page of 0123456789';

const joined = (pieces: readonly Piece[], between = ' '): string => pieces.map(({ text }) => text).join(between);

/** Every text that is printed, with its style: fonts are loaded before anything is laid out. */
function textsOf({ title, blocks, footer }: PrintedDocument): readonly { readonly text: string; readonly style: Style }[] {
  return [
    { text: title, style: 'title' },
    ...blocks.flatMap(textsOfBlock),
    { text: UNKNOWN_NOTE, style: 'text' },
    { text: `${joined(footer, '')}${PAGE_WORDS}`, style: 'footer' },
  ];
}

function textsOfBlock(block: Block): readonly { readonly text: string; readonly style: Style }[] {
  switch (block.kind) {
    case 'heading':
      return [{ text: joined(block.pieces, ''), style: headingStyle(block.level) }];
    case 'paragraph':
      return [{ text: joined(block.pieces), style: 'text' }];
    case 'warning':
      return [{ text: joined(block.pieces), style: 'strong' }];
    case 'entries':
      return block.entries.flatMap(({ label, value }) => [
        { text: label, style: 'label' } as const,
        { text: joined(value), style: 'text' } as const,
      ]);
    case 'table':
      return [
        ...block.columns.map((text) => ({ text, style: 'strong' }) as const),
        ...block.rows.flat().map(({ text }) => ({ text, style: 'text' }) as const),
      ];
  }
}

const headingStyle = (level: 2 | 3): Style => (level === 2 ? 'heading' : 'subheading');

function write(block: Block, pages: Pages, typesetter: Typesetter): void {
  switch (block.kind) {
    case 'heading':
      return pages.heading(block.level === 2 ? 'H2' : 'H3', joined(block.pieces, ''), headingStyle(block.level));
    case 'paragraph':
      return pages.paragraph('P', joined(block.pieces), 'text');
    case 'warning':
      return pages.boxed(joined(block.pieces));
    case 'entries':
      return writeEntries(block, pages);
    case 'table':
      return writeTable(block, pages, typesetter);
  }
}

function writeEntries({ entries }: Extract<Block, { kind: 'entries' }>, pages: Pages): void {
  const valueWidth = pages.width - LABEL_WIDTH - GAP;
  pages.group('L', () => {
    for (const { label, value } of entries) {
      const cells: readonly Cell[] = [
        { tag: 'Lbl', text: label, style: 'label', x: 0, width: LABEL_WIDTH },
        { tag: 'LBody', text: joined(value), style: 'text', x: LABEL_WIDTH + GAP, width: valueWidth },
      ];
      pages.row('LI', cells, { after: 1.5 });
    }
  });
  pages.space(4);
}

function writeTable({ columns, rows }: Extract<Block, { kind: 'table' }>, pages: Pages, typesetter: Typesetter): void {
  const texts = rows.map((row) => row.map(({ text }) => text));
  const widths = columnWidths(columns, texts, pages.width - GAP * (columns.length - 1), {
    natural: (text, style) => typesetter.widthOf(text, style),
    least: (text, style) => typesetter.widestWord(text, style),
  });
  const cellsOf = (row: readonly string[], tag: 'TH' | 'TD', style: Style): readonly Cell[] => {
    let x = 0;
    return row.map((text, column): Cell => {
      const width = widths[column] ?? 0;
      const cell = { tag, text, style, x, width };
      x += width + GAP;
      return cell;
    });
  };
  const head = cellsOf(columns, 'TH', 'strong');
  pages.group('Table', () => {
    pages.row('TR', head, { after: 1, rule: true });
    for (const row of texts) pages.row('TR', cellsOf(row, 'TD', 'text'), { after: 1, rule: true, repeated: head });
  });
  pages.space(4);
}
