import { Alert, Anchor, Badge, Group, Stack, Switch, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { headlineText } from '../case/headline-text.js';
import { partName } from '../case/part-name.js';
import { inWords, texts } from '../texts/texts.js';
import { CauseBadge } from './cause-badge.js';
import { type Difference, differs, type Hindsight, type HindsightRow, rowsOf } from './hindsight-columns.js';

const said = texts.audit.hindsight;

/** A decision looked back at: as decided, with today's rules, with today's facts as well. */
export function HindsightView({
  hindsight,
  level,
  children,
}: {
  readonly hindsight: Hindsight;
  readonly level: 1 | 2;
  readonly children?: ReactNode;
}) {
  const [all, setAll] = useState(false);
  const rows = rowsOf(hindsight);
  const shown = all ? rows : rows.filter(differs);
  const { caseId, decisionId, asDecided, sameFactsTodaysRules, todaysFactsTodaysRules } = hindsight;
  return (
    <Stack gap="xs" role="group" aria-label={said.title(hindsight.reference, hindsight.on)}>
      <Group justify="space-between">
        <Group gap="sm">
          <Title order={level} size={level === 1 ? 'h3' : 'h5'}>
            {said.title(hindsight.reference, hindsight.on)}
          </Title>
          {hindsight.isSuperseded && (
            <Badge variant="light" color="gray" tt="none">
              {said.superseded}
            </Badge>
          )}
          {children}
        </Group>
        <Group gap="md">
          <Switch size="xs" label={said.all} checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
          <Anchor
            size="sm"
            renderRoot={(props) => <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId }} />}
          >
            {texts.audit.decisions.dossier}
          </Anchor>
        </Group>
      </Group>
      <Alert color={hindsight.stillProposed ? 'teal' : 'orange'} variant="light" p="xs">
        {hindsight.stillProposed ? said.stillProposed : said.notProposed}
      </Alert>
      <Table.ScrollContainer minWidth={780}>
        <Table verticalSpacing={4} fz="sm" layout="fixed" aria-label={said.title(hindsight.reference, hindsight.on)}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th w="16%">{said.part}</Table.Th>
              <Table.Th>
                {said.asDecided}
                <Release of={asDecided.release} />
              </Table.Th>
              <Table.Th>
                {said.sameFacts}
                <Release of={sameFactsTodaysRules.release} />
              </Table.Th>
              <Table.Th>
                {said.todaysFacts}
                <Release of={todaysFactsTodaysRules.release} />
              </Table.Th>
              <Table.Th w="22%">{said.cause}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            <Table.Tr>
              <Table.Th>{said.decided}</Table.Th>
              <Table.Td fw={600}>{inWords(asDecided.decided)}</Table.Td>
              <Table.Td />
              <Table.Td />
              <Table.Td />
            </Table.Tr>
            {shown.map((row) => (
              <Row key={row.part} row={row} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {shown.length === 0 && <Text size="sm">{said.noDifference}</Text>}
      <Text size="xs" c="dimmed">
        {hindsight.differences.some(({ isShared }) => isShared) && `${said.shared} `}
        {said.order(hindsight.order.map((cause) => said.causes[cause]).join(', '))}
      </Text>
    </Stack>
  );
}

const Release = ({ of }: { readonly of: string }) => (
  <Text size="xs" c="dimmed" fw={400}>
    {said.release(of)}
  </Text>
);

function Row({ row }: { readonly row: HindsightRow }) {
  const values = [row.asDecided, row.sameFacts, row.todaysFacts];
  return (
    <Table.Tr>
      <Table.Th fw={500}>{partName(row.part)}</Table.Th>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three fixed columns
        <Table.Td key={index} fw={index > 0 && value !== values[index - 1] ? 700 : 400} style={{ overflowWrap: 'anywhere' }}>
          {index > 0 && value !== values[index - 1] ? '≠ ' : ''}
          {headlineText(row.part, value)}
        </Table.Td>
      ))}
      <Table.Td>
        <Stack gap={2} align="flex-start">
          {row.differences.map((difference) => (
            <Because key={`${difference.cause} ${difference.before} ${difference.after}`} difference={difference} />
          ))}
        </Stack>
      </Table.Td>
    </Table.Tr>
  );
}

/** A cause with what stands behind it. */
export function Because({
  difference: { cause, facts, rules, override, isShared },
}: {
  readonly difference: Pick<Difference, 'cause' | 'facts' | 'rules' | 'override' | 'isShared'>;
}) {
  return (
    <Group gap={6}>
      <CauseBadge cause={cause} />
      <Text span size="xs" c="dimmed">
        {[
          ...(rules === undefined ? [] : [said.rules(rules.from, rules.to, rules.policyChanged)]),
          ...(facts.length === 0 ? [] : [facts.map((id) => texts.case.fact(id)).join(', ')]),
          ...(override == null ? [] : [inWords(override)]),
          ...(isShared ? [said.sharedShort] : []),
        ].join(' · ')}
      </Text>
    </Group>
  );
}
