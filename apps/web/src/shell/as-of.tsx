import { Text } from '@mantine/core';
import { texts } from '../texts/texts.js';

/** How fresh what is shown is: when the service last answered for it. */
export function AsOf({ at }: { readonly at: number }) {
  if (at === 0) return null;
  const moment = new Date(at);
  return (
    <Text size="xs" c="dimmed" component="time" dateTime={moment.toISOString()}>
      {texts.asOf(moment.toLocaleTimeString())}
    </Text>
  );
}
