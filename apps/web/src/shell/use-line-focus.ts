import { type RefObject, useEffect, useRef } from 'react';

/** Marks what removes a line. */
export const REMOVES = { 'data-removes': true } as const;
/** Marks what adds a line. */
export const ADDS = { 'data-adds': true } as const;

/**
 * Keeps the focus in a list of lines when one of them is removed with the button that had it: it goes to what removes the
 * line that stands there now, and to what adds one when none is left.
 */
export function useLineFocus<List extends HTMLElement>(): {
  readonly list: RefObject<List | null>;
  readonly removed: (index: number) => void;
} {
  const list = useRef<List>(null);
  const place = useRef<number | null>(null);
  useEffect(() => {
    if (place.current === null) return;
    const lines = list.current?.querySelectorAll<HTMLElement>('[data-removes]') ?? [];
    const next = lines[Math.min(place.current, lines.length - 1)] ?? list.current?.querySelector<HTMLElement>('[data-adds]');
    place.current = null;
    next?.focus();
  });
  return {
    list,
    removed: (index) => {
      place.current = index;
    },
  };
}
