import { useEffect } from 'react';

/** Asks before the page is left while something on it waits for the connection, because that is lost with the page. */
export function useHeldPage(waits: boolean): void {
  useEffect(() => {
    if (!waits) return;
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', hold);
    return () => window.removeEventListener('beforeunload', hold);
  }, [waits]);
}
