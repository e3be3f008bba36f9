import { Anchor, Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { components } from '../api/schema.js';
import { partName } from '../case/part-name.js';
import { AsOf } from '../shell/as-of.js';
import { Answer, Empty } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { diffQuery } from './audit-queries.js';
import { CauseBadge } from './cause-badge.js';
import { Because } from './hindsight-view.js';
import { valueText } from './value-text.js';

const route = getRouteApi('/shell/audit/diff');
const said = texts.audit.diff;
type Diff = components['schemas']['DecisionDiff'];

/** Two decisions on a case, field by field, with what lies between them. */
export function DiffScreen() {
  const search = route.useSearch();
  const isComplete = search.caseId !== '' && search.from !== '' && search.to !== '';
  const query = useQuery({ ...diffQuery(search), enabled: isComplete });
  if (!isComplete) return <Empty title={said.choose} />;
  return (
    <Stack p="md" gap="md">
      <Group gap="md" align="baseline">
        <Title order={1} size="h3">
          {said.title}
        </Title>
        <AsOf at={query.dataUpdatedAt} />
      </Group>
      <Answer query={query}>{(diff) => <Shown diff={diff} />}</Answer>
    </Stack>
  );
}

function Shown({ diff }: { readonly diff: Diff }) {
  const { content, headline, step, facts, rules } = diff;
  const between = [
    ...facts.added.map((fact) => ({ ...fact, how: said.added })),
    ...facts.corrections.map((fact) => ({ ...fact, how: said.corrected })),
  ].toSorted((a, b) => a.on.localeCompare(b.on));
  return (
    <>
      <Table verticalSpacing={4} fz="sm" layout="fixed" aria-label={said.content}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="18%">{said.content}</Table.Th>
            <Table.Th>
              {said.from} <DecisionLink caseId={diff.id} of={diff.from} />
            </Table.Th>
            <Table.Th>
              {said.to} <DecisionLink caseId={diff.id} of={diff.to} />
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Sides label={said.decided} from={inWords(step.from)} to={inWords(step.to)} />
          <Sides label={said.proposed} from={inWords(step.proposedFrom)} to={inWords(step.proposedTo)} />
          {content
            .filter(({ field }) => field !== 'step')
            .map(({ field, from, to }) => (
              <Sides key={field} label={inWords(field)} from={valueText(from)} to={valueText(to)} />
            ))}
          <Sides label={said.rules} from={rules.from} to={rules.to} />
          {rules.policy.map(({ field, from, to }) => (
            <Sides key={field} label={field} from={valueText(from)} to={valueText(to)} />
          ))}
        </Table.Tbody>
      </Table>
      <Group gap={6}>
        {step.causes.map((cause) => (
          <CauseBadge key={cause} cause={cause} />
        ))}
      </Group>
      <section aria-label={said.headline}>
        <Title order={2} size="h5">
          {said.headline}
        </Title>
        {headline.length === 0 ? (
          <Text size="sm">{said.sameHeadline}</Text>
        ) : (
          <Table verticalSpacing={4} fz="sm" layout="fixed">
            <Table.Tbody>
              {headline.map((difference) => (
                <Table.Tr key={`${difference.part} ${difference.cause}`}>
                  <Table.Th w="18%" fw={500}>
                    {partName(difference.part)}
                  </Table.Th>
                  <Table.Td>{difference.before ?? '–'}</Table.Td>
                  <Table.Td fw={600}>{difference.after ?? '–'}</Table.Td>
                  <Table.Td w="24%">
                    <Because difference={difference} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </section>
      <section aria-label={said.facts}>
        <Title order={2} size="h5">
          {said.facts}
        </Title>
        {between.length === 0 ? (
          <Text size="sm">{said.noFacts}</Text>
        ) : (
          <Table verticalSpacing={4} fz="sm">
            <Table.Tbody>
              {between.map(({ id, on, what, how }) => (
                <Table.Tr key={`${id} ${how}`}>
                  <Table.Td w={110}>{on}</Table.Td>
                  <Table.Td w={110}>
                    <Badge variant="light" color={how === said.corrected ? 'orange' : 'blue'} tt="none">
                      {how}
                    </Badge>
                  </Table.Td>
                  <Table.Td>{what}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </section>
    </>
  );
}

function Sides({ label, from, to }: { readonly label: string; readonly from: string; readonly to: string }) {
  const isOther = from !== to;
  return (
    <Table.Tr>
      <Table.Th fw={500}>{label}</Table.Th>
      <Table.Td style={{ whiteSpace: 'pre-line' }}>{from}</Table.Td>
      <Table.Td fw={isOther ? 600 : 400} style={{ whiteSpace: 'pre-line' }}>
        {isOther ? '≠ ' : ''}
        {to}
      </Table.Td>
    </Table.Tr>
  );
}

const DecisionLink = ({ caseId, of }: { readonly caseId: string; readonly of: Diff['from'] }) => (
  <Anchor
    size="sm"
    renderRoot={(props) => <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId: of.decisionId }} />}
  >
    {of.on}
  </Anchor>
);
