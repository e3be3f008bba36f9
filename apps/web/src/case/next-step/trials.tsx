import { Accordion, Badge, Group, Switch, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { inWords, texts } from '../../texts/texts.js';
import type { Outlook } from '../case-queries.js';
import { References } from '../reasons.js';
import { Card } from './card.js';

type Trial = Outlook['trials'][number];
const OVERALL: Readonly<Record<Trial['overall'], string>> = { possible: 'teal', unknown: 'yellow', excluded: 'gray' };
const MARKS: Readonly<Record<Trial['criteria'][number]['outcome'], string>> = { met: '✓', 'not-met': '✗', unknown: '?' };

/** The trials that the case could be for, each with its criteria; those that are open or ruled out on request. */
export function Trials({ trials }: { readonly trials: Outlook['trials'] }) {
  const [all, setAll] = useState(false);
  const possible = trials.filter(({ overall }) => overall === 'possible');
  const unknown = trials.filter(({ overall }) => overall === 'unknown').length;
  const shown = all ? trials : possible;
  return (
    <Card title={texts.case.trials.title(possible.length, unknown, trials.length)}>
      <Switch size="xs" my={4} label={texts.case.trials.all} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      {shown.length === 0 && <Text size="sm">{texts.case.trials.none}</Text>}
      <Accordion variant="default" chevronPosition="left" multiple>
        {shown.map((trial) => (
          <Accordion.Item key={trial.trial} value={trial.trial}>
            <Accordion.Control py={0}>
              <Group gap={6}>
                <Text size="sm" fw={500}>
                  {trial.trial}
                </Text>
                <Badge size="sm" variant="light" color={OVERALL[trial.overall]} tt="none">
                  {texts.case.trials.overall[trial.overall]}
                </Badge>
                <Text size="xs" c="dimmed">
                  {trial.status.asOf === null
                    ? texts.case.trials.statusUnknown
                    : texts.case.trials.status(trial.status.recruitment, trial.status.asOf)}
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Text size="sm">{trial.title}</Text>
              <Table verticalSpacing={2} fz="xs">
                <Table.Tbody>
                  {trial.criteria.map(({ criterion, asks, outcome, text, facts, waitsFor }) => (
                    <Table.Tr key={criterion}>
                      <Table.Td miw={80}>
                        <span aria-hidden>{MARKS[outcome]}</span> {inWords(outcome)}
                      </Table.Td>
                      <Table.Td>{asks}</Table.Td>
                      <Table.Td>
                        {text} {waitsFor !== undefined && texts.case.trials.waitsFor[waitsFor]} <References facts={facts} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Card>
  );
}
