import { Text } from '@mantine/core';
import { texts } from '../../texts/texts.js';
import type { Deliberation } from '../case-queries.js';

export type Rephrasings = Deliberation['rephrasings'];

/** How a language model put a claim, beneath the agent's own words: never in their place. */
export function Rephrased({ claim, rephrasings }: { readonly claim: string; readonly rephrasings: Rephrasings }) {
  const other = rephrasings.find((one) => one.claim === claim);
  if (other === undefined) return null;
  return (
    <Text span display="block" size="xs" c="dimmed" pl="sm">
      {texts.claims.rephrased(other.model)} <i>{other.text}</i>
    </Text>
  );
}
