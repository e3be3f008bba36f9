import type { Run } from './text-fonts.js';

/** A line as it fits. */
export interface Line {
  readonly runs: readonly (Run & { readonly width: number })[];
  readonly width: number;
}

/** How wide a run is, in points. */
export type Measure = (run: Run) => number;

/** Splits a text into runs of one font each. */
export type RunsOf = (text: string) => readonly Run[];

/** Words with the space behind them; Chinese may break after each character. */
const WORDS = /\s+|\p{Script=Han}|[^\s\p{Script=Han}]+/gu;

/** A text in lines no wider than a width, broken between words and, where a word is wider, within it. */
export function linesOf(text: string, width: number, runsOf: RunsOf, measure: Measure): readonly Line[] {
  return text.split(/\r\n|\r|\n/).flatMap((paragraph) => wrapped(paragraph, width, runsOf, measure));
}

/** How wide a text is in one line. */
export const widthOf = (text: string, runsOf: RunsOf, measure: Measure): number =>
  Math.max(0, ...text.split(/\r\n|\r|\n/).map((line) => runsOf(line).reduce((sum, run) => sum + measure(run), 0)));

/** How wide the widest word of a text is. */
export const widestWord = (text: string, runsOf: RunsOf, measure: Measure): number =>
  Math.max(0, ...(text.match(WORDS) ?? []).map((word) => runsOf(word).reduce((sum, run) => sum + measure(run), 0)));

function wrapped(paragraph: string, width: number, runsOf: RunsOf, measure: Measure): readonly Line[] {
  const lines: Line[] = [];
  let current = '';
  let used = 0;
  const wide = (text: string): number => runsOf(text).reduce((sum, run) => sum + measure(run), 0);
  const end = (): void => {
    if (current !== '') lines.push(lineOf(current, runsOf, measure));
    current = '';
    used = 0;
  };
  for (const word of paragraph.match(WORDS) ?? []) {
    const isSpace = /^\s/.test(word);
    const needed = wide(word);
    // A space may stand beyond the edge: nobody sees it, and who reads the text out needs it.
    if (!isSpace && used + needed > width) end();
    if (needed <= width || isSpace) {
      current += isSpace ? ' ' : word;
      used += needed;
      continue;
    }
    for (const character of word) {
      const more = wide(character);
      if (used + more > width) end();
      current += character;
      used += more;
    }
  }
  end();
  return lines.length === 0 ? [{ runs: [], width: 0 }] : lines;
}

function lineOf(text: string, runsOf: RunsOf, measure: Measure): Line {
  const runs = runsOf(text).map((run) => ({ ...run, width: measure(run) }));
  return { runs, width: runs.reduce((sum, run) => sum + run.width, 0) };
}
