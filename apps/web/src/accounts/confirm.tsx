import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { OpenModal } from '../shell/open-modal.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';

/** Asks before something is done that ends something for somebody. */
export const Confirm = ({
  title,
  children,
  action,
  error,
  isPending,
  confirm,
  close,
}: {
  readonly title: string;
  readonly children: ReactNode;
  /** What is done, as the button says it. */
  readonly action: string;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly confirm: () => void;
  readonly close: () => void;
}) => (
  <OpenModal onClose={close} title={title} closeButtonProps={{ 'aria-label': texts.accounts.close }}>
    <Stack gap="sm">
      {error !== null && <Failed error={error} />}
      <Text size="sm" component="div">
        {children}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={close} data-autofocus>
          {texts.accounts.cancel}
        </Button>
        <Button color="red" loading={isPending} onClick={confirm}>
          {action}
        </Button>
      </Group>
    </Stack>
  </OpenModal>
);
