import { useCallback, useEffect, useRef, useState } from 'react';

/** A dialog that is loaded when it first opens: what it is about stays while it closes, and the focus goes back to where it was opened. */
export function useDialog<About>() {
  const [dialog, setDialog] = useState<{ readonly about: About; readonly isOpen: boolean }>();
  const opener = useRef<Element | null>(null);
  const isOpen = dialog?.isOpen ?? false;
  useEffect(() => {
    // The library gives back the focus only to what had it before a dialog that was there already, closed.
    if (!isOpen && opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus();
  }, [isOpen]);
  const open = useCallback((about: About): void => {
    opener.current = document.activeElement;
    setDialog({ about, isOpen: true });
  }, []);
  const close = useCallback((): void => setDialog((last) => last && { ...last, isOpen: false }), []);
  return { dialog, open, close };
}
