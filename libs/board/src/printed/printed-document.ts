/** The event that a printed text stands on. */
export interface Source {
  readonly streamId: string;
  readonly version: number;
}

/** A piece of printed text with the event it stands on. A text without a source says nothing of a case: a label, a heading. */
export interface Piece {
  readonly text: string;
  readonly source?: Source;
}

/** A line that begins with what it is about. */
export interface Entry {
  readonly label: string;
  readonly value: readonly Piece[];
}

/** A part of a printed document. */
export type Block =
  | { readonly kind: 'heading'; readonly pieces: readonly Piece[]; readonly level: 2 | 3 }
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  /** What a reader must not miss. */
  | { readonly kind: 'warning'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'table'; readonly columns: readonly string[]; readonly rows: readonly (readonly Piece[])[] };

/** What is printed, whatever it is printed on. Every piece that has a digit in it names its event. */
export interface PrintedDocument {
  readonly kind: 'outcome-letter' | 'meeting-sheet';
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What stands below every page. */
  readonly footer: readonly Piece[];
}

/** A piece that stands on an event. */
export const cited = (source: Source, text: string): Piece => ({ text, source });

/** A piece that says nothing of a case. */
export const plain = (text: string): Piece => ({ text });

/** A heading whose words are the same for every case. */
export const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, pieces: [plain(text)] });

/** A heading and what stands under it; nothing without rows or entries. */
export function section(level: 2 | 3, text: string, ...blocks: readonly Block[]): readonly Block[] {
  const said = blocks.filter((block) => !isEmpty(block));
  return said.length === 0 ? [] : [heading(level, text), ...said];
}

function isEmpty(block: Block): boolean {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'warning':
      return block.pieces.length === 0;
    case 'entries':
      return block.entries.length === 0;
    case 'table':
      return block.rows.length === 0;
  }
}

/** Every piece of a document, in the order of printing. */
export function piecesOf({ blocks, footer }: PrintedDocument): readonly Piece[] {
  return [...blocks.flatMap(piecesOfBlock), ...footer];
}

function piecesOfBlock(block: Block): readonly Piece[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
    case 'warning':
      return block.pieces;
    case 'entries':
      return block.entries.flatMap(({ label, value }) => [plain(label), ...value]);
    case 'table':
      return [...block.columns.map(plain), ...block.rows.flat()];
  }
}

/** The pieces that have a digit in them and no event behind it; none in a document that may be printed. */
export const unsourced = (document: PrintedDocument): readonly Piece[] =>
  [plain(document.title), ...piecesOf(document)].filter(({ text, source }) => source === undefined && /\p{N}/u.test(text));
