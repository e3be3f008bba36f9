import { Badge, Table, Text } from '@mantine/core';
import { texts } from '../../texts/texts.js';
import type { Outlook } from '../case-queries.js';
import { References } from '../reasons.js';
import { Card } from './card.js';

type Position = Outlook['guidelines'][number]['position'];
const COLORS: Readonly<Record<Position, string>> = { agrees: 'teal', silent: 'gray', differs: 'orange', open: 'yellow' };

/** What the guidelines say of the proposed step, side by side. */
export const Guidelines = ({ guidelines }: { readonly guidelines: Outlook['guidelines'] }) => (
  <Card title={texts.case.guidelines.title}>
    <Table verticalSpacing={3} fz="sm">
      <Table.Tbody>
        {guidelines
          .filter(({ position }) => position !== 'silent')
          .map(({ guideline, position, text, grades, evidence, verified }) => (
            <Table.Tr key={guideline}>
              <Table.Th fw={500} miw={120}>
                {guideline}
              </Table.Th>
              <Table.Td>
                <Badge size="sm" variant="light" color={COLORS[position]} tt="none" miw="max-content">
                  {texts.case.guidelines.positions[position]}
                </Badge>
              </Table.Td>
              <Table.Td>
                {text} {grades.length > 0 && `(${grades.join(', ')})`} <References evidence={evidence} />{' '}
                {!verified && (
                  <Text span size="xs" c="dimmed">
                    {texts.case.notVerified}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
    <Silent guidelines={guidelines.filter(({ position }) => position === 'silent')} />
  </Card>
);

/** Those that say nothing of the step, in one line. */
const Silent = ({ guidelines }: { readonly guidelines: Outlook['guidelines'] }) =>
  guidelines.length > 0 && (
    <Text size="sm" mt={4}>
      {texts.case.guidelines.silent}{' '}
      {guidelines.map(({ guideline, evidence }) => (
        <Text span key={guideline} mr={8}>
          {guideline} <References evidence={evidence} />
        </Text>
      ))}
    </Text>
  );
