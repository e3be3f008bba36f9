import { Paper, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

/** A panel of the case with its heading. */
export function Card({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby={id}>
      <Title order={2} size="h5" id={id} mb={6}>
        {title}
      </Title>
      {children}
    </Paper>
  );
}
