import { ActionIcon } from '@mantine/core';
import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { texts } from '../texts/texts.js';
import { useDialog } from './use-dialog.js';
import { useKeys } from './use-keys.js';

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.js')).KeysDialog }));

/** Shows the keys of the screen that one is on, when one presses the question mark. */
export function KeysHelp() {
  const screen = useRouterState({ select: ({ matches }) => matches.at(-1)?.fullPath ?? '' });
  const { dialog, open, close } = useDialog<string>();
  useKeys({ '?': () => open(screen) });
  return (
    <>
      <ActionIcon variant="subtle" aria-label={texts.shell.keys.button} title={texts.shell.keys.button} onClick={() => open(screen)}>
        ?
      </ActionIcon>
      {dialog !== undefined && (
        <Suspense>
          <KeysDialog screen={dialog.about} opened={dialog.isOpen} close={close} />
        </Suspense>
      )}
    </>
  );
}
