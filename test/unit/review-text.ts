import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REVIEW_TABLES, type ReviewSection, type ReviewTable } from '@tumor-board/knowledge';

const FILE = path.resolve(import.meta.dirname, '../../../shared/seeds/liu-2023-de-novo-metastatic-npc.txt');

/** How each section begins, and the one that follows the last. */
const HEADINGS: Readonly<Record<ReviewSection | 'end', string>> = {
  introduction: 'Introduction',
  subcategorization: 'Controversy about the subcategorization',
  systemic: 'The evolution of 1st line systemic therapy',
  locoregional: 'Value of adding',
  metastases: 'Value of local treatment',
  other: 'Other treatment strategies',
  end: 'Recommendation on treatment strategy',
};
const OTHER_HEADINGS = ['Methods', 'Recommendations on management'];

/** The review as its rows and paragraphs. */
export interface ReviewText {
  readonly whole: string;
  /** The rows of a table without its head, each as its cells. */
  readonly tables: Readonly<Record<ReviewTable, readonly (readonly string[])[]>>;
  readonly paragraphs: Readonly<Record<ReviewSection, readonly string[]>>;
}

/** Where the review would lie, and its text when it lies there: it is not part of the repository. */
export const reviewFile = FILE;
export const reviewText = (): ReviewText | undefined => (existsSync(FILE) ? parseReview(readFileSync(FILE, 'utf8')) : undefined);

/** Undoes what the conversion to text did: italics, formulas, captions between the halves of a paragraph. */
const plain = (line: string): string =>
  line
    .replaceAll(/<\/?i>|\*/g, '')
    .replaceAll('\\leq', '≤')
    .replaceAll('\\geq', '≥')
    .replaceAll('\\%', '%')
    .replaceAll('$', '')
    .trim();

const isAbbreviations = (line: string): boolean => /^[A-Z][\w-]*, [^.;]+; /.test(line);
const isCaption = (line: string): boolean => /^(Table|Figure) \d/.test(line);

export function parseReview(text: string): ReviewText {
  const tables: Record<ReviewTable, string[][]> = { 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] };
  const paragraphs: Record<string, string[]> = {};
  let table: ReviewTable | undefined;
  let section: string | undefined;
  let head = false;
  for (const raw of text.split('\n')) {
    const line = plain(raw);
    if (line === '') continue;
    const caption = /^Table (\d)/.exec(line);
    if (caption !== null) {
      const number = Number(caption[1]);
      table = REVIEW_TABLES.find((known) => known === number);
      head = true;
    } else if (raw.includes('\t')) {
      if (!head && table !== undefined) tables[table].push(raw.split('\t').map(plain));
      head = false;
    } else if (!isAbbreviations(line) && !isCaption(line)) {
      const heading = Object.entries(HEADINGS).find(([, words]) => line.startsWith(words) && line.length < 100);
      if (heading !== undefined) section = heading[0];
      else if (OTHER_HEADINGS.some((words) => line.startsWith(words) && line.length < 100)) section = undefined;
      else if (section !== undefined) addTo((paragraphs[section] ??= []), line);
    }
  }
  return { whole: plain(text), tables, paragraphs: paragraphs as Record<ReviewSection, string[]> };
}

/** A table in the midst of a paragraph splits it: what goes on belongs to the half before. */
function addTo(paragraphs: string[], line: string): void {
  const last = paragraphs.at(-1);
  if (last === undefined || /[.!?:]$/.test(last)) paragraphs.push(line);
  else paragraphs[paragraphs.length - 1] = `${last} ${line}`;
}
