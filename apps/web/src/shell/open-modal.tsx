import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/**
 * A dialog that is there only while it is open, so that it begins anew each time. When it goes, the focus goes back to
 * where it was opened: the library does that only for a dialog that was there before, closed.
 */
export function OpenModal(props: Omit<ModalProps, 'opened'>) {
  const [opener] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected && document.activeElement === document.body) opener.focus();
    },
    [opener],
  );
  return <Modal opened {...props} />;
}
