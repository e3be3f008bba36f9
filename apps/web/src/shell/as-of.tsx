import { Text } from '@mantine/core';
import { texts } from '../texts/texts.js';
import { clockText } from './moment.js';

/** How fresh what is shown is: when the service last answered for it. */
export function AsOf({ at }: { readonly at: number }) {
  if (at === 0) return null;
  return (
    <Text size="xs" c="dimmed" component="time" dateTime={new Date(at).toISOString()}>
      {texts.asOf(clockText(at))}
    </Text>
  );
}
