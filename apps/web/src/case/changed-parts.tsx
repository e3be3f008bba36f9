import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../texts/texts.js';
import type { ChangedPart } from './case-queries.js';
import { headlineText } from './headline-text.js';
import { isListPart, listChange } from './list-change.js';
import { partName } from './part-name.js';

/** More lines than this are folded. */
const FOLDED = 6;
/** A first assessment changes everything; these are what one looks for. */
const FIRST = ['nextStep', 'stage', 'response.latest', 'response.gate', 'ebvDna.category', 'ebvDna.clearance', 'oligometastatic'];

const rank = ({ part }: ChangedPart): number => {
  const place = FIRST.indexOf(part);
  return place === -1 ? FIRST.length : place;
};

/** Changed parts, what one looks for first. */
export const byImportance = (changed: readonly ChangedPart[]): readonly ChangedPart[] => changed.toSorted((a, b) => rank(a) - rank(b));

/** Parts of the assessment that differ, before and after, what one looks for first. */
export function ChangedParts({ changed }: { readonly changed: readonly ChangedPart[] }) {
  const [all, setAll] = useState(false);
  const sorted = byImportance(changed);
  const shown = all ? sorted : sorted.slice(0, FOLDED);
  if (changed.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {texts.case.changesNothing}
      </Text>
    );
  }
  return (
    <Table verticalSpacing={2} fz="xs" withRowBorders={false} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="30%">{texts.case.part}</Table.Th>
          <Table.Th>{texts.case.before}</Table.Th>
          <Table.Th>{texts.case.after}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {shown.map(({ part, before, after }) => (
          <Table.Tr key={part}>
            <Table.Th fw={500}>{partName(part)}</Table.Th>
            <Cells part={part} before={before} after={after} />
          </Table.Tr>
        ))}
        {sorted.length > FOLDED && (
          <Table.Tr>
            <Table.Td colSpan={3}>
              <Button size="compact-xs" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
                {all ? texts.case.fewerParts : texts.case.moreParts(sorted.length - FOLDED)}
              </Button>
            </Table.Td>
          </Table.Tr>
        )}
      </Table.Tbody>
    </Table>
  );
}

const WRAPPED = { overflowWrap: 'anywhere' } as const;

/** Of a list only what left it and what came; of everything else both values. */
function Cells({ part, before, after }: ChangedPart) {
  const { gone, come } = listChange(before, after);
  if (isListPart(part) && (gone.length > 0 || come.length > 0)) {
    return (
      <>
        <Table.Td c="dimmed" style={WRAPPED}>
          {gone.map((item) => `− ${headlineText(part, item)}`).join(', ')}
        </Table.Td>
        <Table.Td style={WRAPPED}>{come.map((item) => `+ ${headlineText(part, item)}`).join(', ')}</Table.Td>
      </>
    );
  }
  return (
    <>
      <Table.Td c="dimmed" style={WRAPPED}>
        {headlineText(part, before, texts.case.nothingBefore)}
      </Table.Td>
      <Table.Td style={WRAPPED}>{headlineText(part, after, texts.case.nothingAfter)}</Table.Td>
    </>
  );
}
