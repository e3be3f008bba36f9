import { Alert } from '@mantine/core';
import { texts } from '../texts/texts.js';

/** That what was asked for waits for the connection, and goes out by itself. */
export const Waits = () => (
  <Alert color="orange" variant="light" role="status" p="xs">
    {texts.meeting.waits}
  </Alert>
);
