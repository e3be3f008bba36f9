import { type CitedEntry, type EvidenceFilter, findEvidence } from '@tumor-board/knowledge';
import { inColumns } from '../columns.js';
import { type Terminal, writeLine } from '../terminal.js';
import { entryLines, entryRow, headingOf } from './evidence-text.js';

/** Options of `evidence`. */
export interface EvidenceOptions extends Pick<EvidenceFilter, 'search' | 'table' | 'system'> {
  readonly json?: boolean;
}

/** Prints the entries of the evidence register: as tables with what each entry says, or as a JSON array. */
export async function printEvidence({ json = false, ...filter }: EvidenceOptions, { output }: Terminal): Promise<number> {
  const entries = findEvidence(filter);
  if (json) {
    await writeLine(output, JSON.stringify(entries, undefined, 2));
    return 0;
  }
  for (const line of tables(entries)) await writeLine(output, line);
  return 0;
}

/** The entries under their headings, each row followed by what it says. */
function tables(entries: readonly CitedEntry[]): string[] {
  const headings = [...new Set(entries.map(headingOf))];
  return headings.flatMap((heading, index) => {
    const under = entries.filter((entry) => headingOf(entry) === heading);
    const rows = inColumns(under.map(entryRow));
    return [
      ...(index === 0 ? [] : ['']),
      heading,
      ...under.flatMap((entry, place) => [rows[place] ?? '', ...entryLines(entry).map((line) => `      ${line}`)]),
    ];
  });
}
