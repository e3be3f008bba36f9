import { useEffect, useRef } from 'react';

const TYPING = 'textarea, select, [contenteditable="true"], [role="menu"] *, input:not([type="checkbox"], [type="radio"], [type="button"])';

/** True where a letter is meant for what has the focus, or for a dialog. */
const isTaken = (target: EventTarget | null): boolean =>
  document.querySelector('[role="dialog"]') !== null || (target instanceof Element && target.matches(TYPING));

/** Keys of a screen, each alone and without a modifier but what its sign needs: they rest while somebody types and while a dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      const act = latest.current[event.key];
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTaken(event.target)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);
}
