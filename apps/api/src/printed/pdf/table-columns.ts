import type { Style } from './typesetter.js';

/** How wide texts are, in points. */
export interface Widths {
  /** In one line. */
  readonly natural: (text: string, style: Style) => number;
  /** Its widest word, which should not be broken. */
  readonly least: (text: string, style: Style) => number;
}

/**
 * How wide the columns of a table are: as wide as their texts where that fits; otherwise none narrower than its widest
 * word, and the rest by how much each would like to have.
 */
export function columnWidths(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  total: number,
  widths: Widths,
): readonly number[] {
  const most = (column: number, measure: Widths['natural']): number =>
    Math.max(measure(columns[column] ?? '', 'strong'), ...rows.map((row) => measure(row[column] ?? '', 'text')));
  const natural = columns.map((_, column) => most(column, widths.natural));
  const wanted = sum(natural);
  if (wanted <= total) return natural.map((width) => width + (total - wanted) / columns.length);
  const equal = total / columns.length;
  const least = columns.map((_, column) => Math.min(most(column, widths.least), Math.max(equal, total * 0.5)));
  const spare = total - sum(least);
  if (spare <= 0) return least.map((width) => (width * total) / sum(least));
  const wish = natural.map((width, column) => Math.max(0, Math.min(width, total) - (least[column] ?? 0)));
  return least.map((width, column) => width + (spare * (wish[column] ?? 0)) / sum(wish));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
