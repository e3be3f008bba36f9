import { Accordion, Badge, Group, Table, Text } from '@mantine/core';
import { inWords, texts } from '../../texts/texts.js';
import type { Deliberation } from '../case-queries.js';
import { Part } from '../next-step/next-step.js';
import { References } from '../reasons.js';
import { Rephrased, type Rephrasings } from './rephrased.js';
import type { Entry } from './synthesis.js';

/** Every opinion word for word, and what the ledger made of each claim. */
export function Opinions({
  opinions,
  entries,
  rephrasings,
}: {
  readonly opinions: Deliberation['opinions'];
  readonly entries: readonly Entry[];
  readonly rephrasings: Rephrasings;
}) {
  const words = texts.case.panel;
  const standing = new Map(entries.map((entry) => [entry.claim.id, entry]));
  return (
    <Part title={words.opinions}>
      <Accordion multiple chevronPosition="left">
        {opinions.map(({ discipline, author, claims, missing, needs }, index) => (
          <Accordion.Item key={`${discipline} ${author.kind} ${index + 1}`} value={`${discipline}-${index + 1}`}>
            <Accordion.Control py={0}>
              <Group gap={6}>
                <Text size="sm" fw={500}>
                  {inWords(discipline)}
                </Text>
                <Badge size="xs" variant="outline" color="gray" tt="none">
                  {words.authors[author.kind]}
                </Badge>
                <Text size="xs" c="dimmed">
                  {words.claims(claims.length)}
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Table verticalSpacing={3} fz="sm">
                <Table.Tbody>
                  {claims.map((claim) => {
                    const entry = standing.get(claim.id);
                    const isStruck = entry?.standing === 'struck';
                    return (
                      <Table.Tr key={claim.id}>
                        <Table.Td miw={90}>{inWords(claim.stance)}</Table.Td>
                        <Table.Td>{inWords(claim.option)}</Table.Td>
                        <Table.Td>
                          <Text span size="sm" td={isStruck ? 'line-through' : undefined}>
                            {claim.text}
                          </Text>{' '}
                          <References facts={claim.facts} evidence={claim.evidence} rule={claim.rule} />
                          <Rephrased claim={claim.id} rephrasings={rephrasings} />
                          {entry !== undefined && entry.flags.length > 0 && (
                            <Text size="xs" c="dimmed">
                              {entry.flags.map(inWords).join(', ')}
                            </Text>
                          )}
                          {isStruck && (
                            <Text size="xs" c="orange">
                              {words.struck(entry.struck.map(inWords).join(', '))}
                            </Text>
                          )}
                        </Table.Td>
                      </Table.Tr>
                    );
                  })}
                </Table.Tbody>
              </Table>
              {needs.map(({ item, why }) => (
                <Text key={item} size="sm">
                  {words.need(item, why)}
                </Text>
              ))}
              {missing.length > 0 && (
                <Text size="xs" c="dimmed">
                  {words.missing(missing.join(', '))}
                </Text>
              )}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Part>
  );
}
