import { Alert, Text } from '@mantine/core';
import { texts } from '../texts/texts.js';
import { whoErased } from './erased.js';
import type { Tombstone } from './patient-queries.js';

const said = texts.patient.erasedCase;

/** What stands over a case whose texts were erased. */
export const ErasedCase = ({ erased: { on, because, by } }: { readonly erased: Tombstone }) => (
  <Alert color="gray" variant="light" role="status" title={said.title(on, whoErased(by))}>
    <Text size="sm">{said.why(texts.patient.grounds[because])}</Text>
  </Alert>
);
