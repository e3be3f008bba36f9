import { useEffect, useRef } from 'react';

const TYPING = 'textarea, select, [contenteditable="true"], [role="menu"] *, input:not([type="checkbox"], [type="radio"], [type="button"])';

/** Keys that were pressed in a dialog: noted before it hears of them, because one that closes by its key is gone when the screen does. */
const ofDialog = new WeakSet<Event>();
const note = (event: KeyboardEvent): void => {
  if (document.querySelector('[role="dialog"]') !== null) ofDialog.add(event);
};
// Listens from the start, so that it comes before every dialog.
window.addEventListener('keydown', note, { capture: true });

/** True where a key is meant for what has the focus, or for a dialog. */
const isTaken = (event: KeyboardEvent): boolean => ofDialog.has(event) || (event.target instanceof Element && event.target.matches(TYPING));

/** Keys of a screen, each alone and without a modifier but what its sign needs: they rest while somebody types and while a dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const heard = (event: KeyboardEvent): void => {
      const act = latest.current[event.key];
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTaken(event)) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', heard);
    return () => document.removeEventListener('keydown', heard);
  }, []);
}
