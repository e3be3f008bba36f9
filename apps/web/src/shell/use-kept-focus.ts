import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/** What the list is told, so that it knows where the focus is. */
interface FocusEvents {
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/** Nobody can press this any more. */
const isGone = (element: Element): boolean => !element.isConnected || element.matches(':disabled');

/**
 * Keeps the focus in a list when the button that had it goes, often by what was just done with it: whoever works by
 * keyboard or by ear would otherwise begin at the top of the page. What stands in that place then gets it.
 * @param wanted what gets the focus in a row: the first that matches
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, wanted: string): FocusEvents {
  const last = useRef<Element | null>(null);
  const place = useRef(0);
  const observer = useRef<MutationObserver | null>(null);
  useEffect(() => () => observer.current?.disconnect(), []);
  const mend = (): void => {
    const { activeElement, body } = document;
    if (last.current === null || !isGone(last.current)) return;
    if (activeElement !== body && activeElement !== last.current) return;
    // What is open in front gets the focus itself, and gives it back.
    if (document.querySelector('[role="dialog"]') !== null) return;
    const rows = list.current?.children;
    rows?.[Math.min(place.current, rows.length - 1)]?.querySelector<HTMLElement>(wanted)?.focus();
  };
  return {
    onFocus: ({ target }) => {
      last.current = target;
      const row = [...(list.current?.children ?? [])].findIndex((one) => one.contains(target));
      // A dialog or menu of a row stands elsewhere on the page.
      if (row >= 0) place.current = row;
      observer.current ??= new MutationObserver(mend);
      observer.current.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    },
    // Not told when what had the focus is taken away, but told when it can no longer be pressed, as while something is sent.
    onBlur: ({ target }) => {
      if (isGone(target)) return;
      last.current = null;
      observer.current?.disconnect();
    },
  };
}
