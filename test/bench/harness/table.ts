/** Lays rows out under their headings: the first column to the left, the others to the right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const lay = (line: readonly string[]) =>
    widths
      .map((width, column) => (column === 0 ? (line[column] ?? '').padEnd(width) : (line[column] ?? '').padStart(width)))
      .join('  ')
      .trimEnd();
  return [lay(headings), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(lay)].join('\n');
}
