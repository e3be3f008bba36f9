import { Title } from '@mantine/core';
import { texts } from '../texts/texts.js';

/** The cases that wait for the board. */
export function QueueScreen() {
  return <Title order={1}>{texts.sections.queue}</Title>;
}
