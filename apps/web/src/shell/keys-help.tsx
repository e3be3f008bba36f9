import { ActionIcon } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { texts } from '../texts/texts.js';
import { useKeys } from './use-keys.js';

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.js')).KeysDialog }));

/** Shows the keys of the screen that one is on, when one presses the question mark. */
export function KeysHelp() {
  const screen = useRouterState({ select: ({ matches }) => matches.at(-1)?.fullPath ?? '' });
  const [isOpen, setOpen] = useState<boolean>();
  const open = (): void => setOpen(true);
  useKeys({ '?': open });
  return (
    <>
      <ActionIcon variant="subtle" aria-label={texts.shell.keys.button} title={texts.shell.keys.button} onClick={open}>
        ?
      </ActionIcon>
      {isOpen !== undefined && (
        <Suspense>
          <KeysDialog screen={screen} opened={isOpen} close={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
