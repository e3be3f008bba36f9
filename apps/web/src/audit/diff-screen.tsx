import { Anchor, Badge, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { components } from '../api/schema.js';
import { headlineText } from '../case/headline-text.js';
import { partName } from '../case/part-name.js';
import { AsOf } from '../shell/as-of.js';
import { Answer, Empty } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { diffQuery } from './audit-queries.js';
import { CauseBadge } from './cause-badge.js';
import { contentLines } from './content-lines.js';
import { Because } from './hindsight-view.js';
import { fieldWords, valueText } from './value-text.js';

const route = getRouteApi('/shell/audit/diff');
const said = texts.audit.diff;
type Diff = components['schemas']['DecisionDiff'];

/** Two decisions on a case, field by field, with what lies between them. */
export function DiffScreen() {
  const search = route.useSearch();
  const { caseId } = search;
  const isComplete = caseId !== '' && search.from !== '' && search.to !== '';
  const query = useQuery({ ...diffQuery(search), enabled: isComplete });
  if (!isComplete) return <Empty title={said.choose} />;
  return (
    <Stack p="md" gap="md">
      <Group justify="space-between">
        <Group gap="md" align="baseline">
          <Title order={1} size="h3">
            {said.title}
          </Title>
          <AsOf at={query.dataUpdatedAt} />
        </Group>
        <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/cases/$caseId" params={{ caseId }} />}>
          {texts.decision.backToCase}
        </Anchor>
      </Group>
      <Answer query={query}>{(diff) => <Shown diff={diff} />}</Answer>
    </Stack>
  );
}

function Shown({ diff }: { readonly diff: Diff }) {
  const { content, step, rules } = diff;
  return (
    <>
      {step.causes.length > 0 && (
        <Group gap={6}>
          <Text size="sm">{said.why}:</Text>
          {step.causes.map((cause) => (
            <CauseBadge key={cause} cause={cause} />
          ))}
        </Group>
      )}
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
          <Sides label={said.decided} from={[inWords(step.from)]} to={[inWords(step.to)]} />
          <Sides label={said.proposed} from={[inWords(step.proposedFrom)]} to={[inWords(step.proposedTo)]} />
          {content
            .filter(({ field }) => field !== 'step')
            .map(({ field, from, to }) => (
              <Sides key={field} label={fieldWords(field)} from={contentLines(field, from)} to={contentLines(field, to)} />
            ))}
          <Sides label={said.rules} from={[rules.from]} to={[rules.to]} />
          {rules.policy.map(({ field, from, to }) => (
            <Sides key={field} label={fieldWords(field)} from={[valueText(from)]} to={[valueText(to)]} />
          ))}
        </Table.Tbody>
      </Table>
      <Headline headline={diff.headline} />
      <Between facts={diff.facts} />
    </>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section aria-label={title}>
    <Title order={2} size="h5">
      {title}
    </Title>
    {children}
  </section>
);

/** What is advised otherwise, part by part, each with the causes in the order in which they were let act. */
function Headline({ headline }: Pick<Diff, 'headline'>) {
  if (headline.length === 0) {
    return (
      <Section title={said.headline}>
        <Text size="sm">{said.sameHeadline}</Text>
      </Section>
    );
  }
  const parts = [...new Set(headline.map(({ part }) => part))];
  return (
    <Section title={said.headline}>
      <Table verticalSpacing={4} fz="sm" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="18%">{said.part}</Table.Th>
            <Table.Th>{said.from}</Table.Th>
            <Table.Th>{said.to}</Table.Th>
            <Table.Th w="24%">{said.cause}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {parts.flatMap((part) =>
            headline
              .filter((difference) => difference.part === part)
              .map((difference, index, steps) => (
                <Table.Tr key={`${part} ${difference.cause}`}>
                  {index === 0 && (
                    <Table.Th fw={500} rowSpan={steps.length} style={{ verticalAlign: 'top' }}>
                      {partName(part)}
                    </Table.Th>
                  )}
                  <Table.Td>{headlineText(part, difference.before)}</Table.Td>
                  <Table.Td fw={600}>{headlineText(part, difference.after)}</Table.Td>
                  <Table.Td>
                    <Because difference={difference} />
                  </Table.Td>
                </Table.Tr>
              )),
          )}
        </Table.Tbody>
      </Table>
      {headline.some(({ isShared }) => isShared) && (
        <Text size="xs" c="dimmed">
          {texts.audit.hindsight.shared}
        </Text>
      )}
    </Section>
  );
}

function Between({ facts }: Pick<Diff, 'facts'>) {
  const between = [
    ...facts.added.map((fact) => ({ ...fact, how: said.added })),
    ...facts.corrections.map((fact) => ({ ...fact, how: said.corrected })),
  ].toSorted((a, b) => a.on.localeCompare(b.on));
  return (
    <Section title={said.facts}>
      {between.length === 0 ? (
        <Text size="sm">{said.noFacts}</Text>
      ) : (
        <Table verticalSpacing={4} fz="sm">
          <Table.Tbody>
            {between.map(({ id, on, what, how }) => (
              <Table.Tr key={`${id} ${how}`}>
                <Table.Td w={110}>{on}</Table.Td>
                <Table.Td w={90}>{texts.case.fact(id)}</Table.Td>
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
    </Section>
  );
}

function Sides({ label, from, to }: { readonly label: string; readonly from: readonly string[]; readonly to: readonly string[] }) {
  const isOther = from.join('\n') !== to.join('\n');
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Th fw={500}>{label}</Table.Th>
      <Table.Td style={{ whiteSpace: 'pre-line' }}>{from.join('\n')}</Table.Td>
      <Table.Td fw={isOther ? 600 : 400} style={{ whiteSpace: 'pre-line' }}>
        {isOther ? '≠ ' : ''}
        {to.join('\n')}
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
