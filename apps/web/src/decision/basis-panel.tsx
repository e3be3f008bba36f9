import { Accordion, Badge, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { headlineText } from '../case/headline-text.js';
import { partName } from '../case/part-name.js';
import { inWords, texts } from '../texts/texts.js';
import classes from './decide.module.css';
import type { Draft } from './decision-content.js';

const said = texts.decision.basis;

/** What a decision rests on: what was known and advised when the draft was made. */
export function BasisPanel({ draft: { basis, basisHash } }: { readonly draft: Pick<Draft, 'basis' | 'basisHash'> }) {
  const lines: readonly (readonly [string, string | readonly string[]])[] = [
    [said.proposed, inWords(basis.proposed)],
    [said.blocked, basis.blocked.length === 0 ? said.none : basis.blocked],
    [said.alternatives, basis.alternatives.length === 0 ? said.none : basis.alternatives],
    [said.missing, basis.missing.length === 0 ? said.none : basis.missing],
    [said.asOf, basis.asOf],
    [said.release, basis.release],
    [said.version, String(basis.version)],
  ];
  return (
    <Paper withBorder p="sm" component="section" aria-label={said.title}>
      <Stack gap={6}>
        <Title order={2} size="h5">
          {said.title}
        </Title>
        <Table layout="fixed" verticalSpacing={2} horizontalSpacing={0} withRowBorders={false} fz="sm">
          <Table.Tbody>
            {lines.map(([label, value]) => (
              <Table.Tr key={label}>
                <Table.Th w="38%" fw={400} c="dimmed" style={{ verticalAlign: 'top' }}>
                  {label}
                </Table.Th>
                <Table.Td>{typeof value === 'string' ? value : value.map((one) => <div key={one}>{one}</div>)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        {basis.referrals.length > 0 && (
          <Badge variant="light" tt="none">
            {said.referrals(basis.referrals.length)}
          </Badge>
        )}
        {basis.standing !== null && (
          <Badge variant="light" color="orange" tt="none">
            {said.standing}
          </Badge>
        )}
        <Accordion variant="default" chevronPosition="left">
          <Accordion.Item value="headline">
            <Accordion.Control p={0} fz="sm">
              {said.all}
            </Accordion.Control>
            <Accordion.Panel>
              <Headline headline={basis.headline} />
            </Accordion.Panel>
          </Accordion.Item>
        </Accordion>
        <Text size="xs" c="dimmed">
          {said.hash}. {said.hashHint}
        </Text>
        <Text className={classes['hash'] ?? ''}>{basisHash}</Text>
      </Stack>
    </Paper>
  );
}

/** Every part that a person looks at, with its value. */
export const Headline = ({ headline }: { readonly headline: Readonly<Record<string, string>> }) => (
  <Table verticalSpacing={1} horizontalSpacing={0} fz="xs" layout="fixed">
    <Table.Tbody>
      {Object.entries(headline).map(([part, value]) => (
        <Table.Tr key={part}>
          <Table.Th fw={400} c="dimmed">
            {partName(part)}
          </Table.Th>
          <Table.Td>{headlineText(part, value)}</Table.Td>
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
