import { type RefObject, useRef, useState } from 'react';

/** The rows of a table that are moved through by keys: one of them is marked, and has its link focused while one moves. */
export interface Rows {
  /** The body of the table; the link of each row carries `data-row`. */
  readonly body: RefObject<HTMLTableSectionElement | null>;
  readonly current: number;
  /** Marks a row, when the focus has come to it. */
  readonly enter: (id: string) => void;
  readonly move: (by: number) => void;
}

/** Moves through rows by their ids and not by their places: a live change may move them. */
export function useRows(ids: readonly string[]): Rows {
  const body = useRef<HTMLTableSectionElement>(null);
  const [currentId, enter] = useState<string>();
  const current = Math.max(currentId === undefined ? 0 : ids.indexOf(currentId), 0);
  const move = (by: number): void => {
    // From elsewhere on the page one first comes to the marked row.
    const row = body.current?.contains(document.activeElement) === true ? current + by : current;
    body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]')[Math.min(Math.max(row, 0), ids.length - 1)]?.focus();
  };
  return { body, current, enter, move };
}
