import type { CaseRow } from './read-model.js';

/** What a change sets: fields, or what follows from the row before. */
type Change<Row> = Partial<Row> | ((row: Row) => Partial<Row>);

/** The rows of one case, by item, while events are folded into them. */
export interface ItemRows<Row extends CaseRow> {
  all(): readonly Row[];
  get(key: string): Row | undefined;
  /** A row that is there already stays as it is: the event has been seen. */
  add(row: Row): void;
  /** Changes a row at a version. Nothing when there is no such row, or when it knows that version. */
  change(key: string, version: number, change: Change<Row>): void;
  /** The rows that were added or changed. */
  changed(): readonly Row[];
}

/** Begins from the rows that stand. */
export function standingItems<Row extends CaseRow>(standing: readonly Row[], keyOf: (row: Row) => string): ItemRows<Row> {
  const rows = new Map(standing.map((row) => [keyOf(row), row]));
  const touched = new Set<string>();
  return {
    all: () => [...rows.values()],
    get: (key) => rows.get(key),
    add(row) {
      const key = keyOf(row);
      if (rows.has(key)) return;
      rows.set(key, row);
      touched.add(key);
    },
    change(key, version, change) {
      const row = rows.get(key);
      if (row === undefined || row.version >= version) return;
      rows.set(key, { ...row, ...(typeof change === 'function' ? change(row) : change), version });
      touched.add(key);
    },
    changed: () => [...touched].flatMap((key) => rows.get(key) ?? []),
  };
}
