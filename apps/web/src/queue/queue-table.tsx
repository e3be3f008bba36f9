import { Badge, Checkbox, Table, Text, Tooltip } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { inWords, texts } from '../texts/texts.js';
import type { QueueEntry } from './queue-query.js';
import classes from './queue-table.module.css';

/** Colours say how urgent a reason is; the words say it as well. */
const REASON_COLORS: Readonly<Partial<Record<QueueEntry['reason'], string>>> = {
  emergency: 'red',
  progression: 'red',
  rebound: 'orange',
  toxicity: 'orange',
  disagreement: 'grape',
  correction: 'grape',
};

const READINESS_COLORS: Readonly<Record<QueueEntry['readiness'], string>> = {
  ready: 'teal',
  'not-ready': 'red',
  'awaiting-result': 'yellow',
  listed: 'blue',
  deferred: 'gray',
};

/** The cases of the queue, one line each, moved through by keyboard or mouse. */
export function QueueTable({
  cases,
  selected,
  select,
}: {
  readonly cases: readonly QueueEntry[];
  readonly selected: ReadonlySet<string>;
  readonly select: (next: ReadonlySet<string>) => void;
}) {
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const toggle = (id: string): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    select(next);
  };
  const moveTo = (index: number): void => {
    const row = Math.min(Math.max(index, 0), cases.length - 1);
    setCurrent(row);
    body.current?.querySelectorAll<HTMLAnchorElement>('a[data-case]')[row]?.focus();
  };
  useHotkeys([
    ['j', () => moveTo(current + 1)],
    ['k', () => moveTo(current - 1)],
    ['x', () => cases[current] !== undefined && toggle(cases[current].id)],
    ['o', () => cases[current] !== undefined && void navigate({ to: '/cases/$caseId', params: { caseId: cases[current].id } })],
    ['/', () => document.querySelector<HTMLInputElement>('[data-queue-search]')?.focus()],
  ]);
  const columns = texts.queue.columns;
  return (
    <Table.ScrollContainer minWidth={960}>
      <Table stickyHeader highlightOnHover verticalSpacing={4} className={classes['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th aria-label={texts.queue.selected(selected.size)} />
            {Object.values(columns).map((label) => (
              <Table.Th key={label}>{label}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          {cases.map((entry, index) => (
            <QueueRow
              key={entry.id}
              entry={entry}
              isSelected={selected.has(entry.id)}
              isCurrent={index === current}
              toggle={() => toggle(entry.id)}
              enter={() => setCurrent(index)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function QueueRow({
  entry,
  isSelected,
  isCurrent,
  toggle,
  enter,
}: {
  readonly entry: QueueEntry;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly toggle: () => void;
  readonly enter: () => void;
}) {
  return (
    <Table.Tr data-current={isCurrent || undefined} onFocus={enter} bg={isSelected ? 'var(--mantine-primary-color-light)' : undefined}>
      <Table.Td>
        <Checkbox size="xs" checked={isSelected} onChange={toggle} aria-label={texts.queue.select(entry.reference)} />
      </Table.Td>
      <Table.Td>
        <Link to="/cases/$caseId" params={{ caseId: entry.id }} data-case className={classes['case']}>
          {entry.reference}
        </Link>
        {entry.source !== null && (
          <Text span size="xs" c="dimmed" ml={6}>
            {entry.source}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={REASON_COLORS[entry.reason] ?? 'gray'} tt="none">
          {inWords(entry.reason)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <time dateTime={entry.dueBy}>{entry.dueBy}</time>
        {entry.isOverdue && (
          <Badge ml={6} color="red" variant="filled" size="xs" tt="none">
            {texts.queue.overdue}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{texts.queue.days(entry.waitingDays)}</Table.Td>
      <Table.Td>
        <Badge variant="dot" color={READINESS_COLORS[entry.readiness]} tt="none">
          {inWords(entry.readiness)}
        </Badge>
        <Text span size="xs" c="dimmed" ml={6}>
          {entry.meeting !== null && texts.queue.onAgenda(entry.meeting.on)}
          {entry.readiness === 'deferred' && entry.deferral?.until != null && texts.queue.deferredUntil(entry.deferral.until)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Missing missing={entry.missing} />
      </Table.Td>
      <Table.Td>{entry.nextStep === null ? '' : inWords(entry.nextStep)}</Table.Td>
      <Table.Td>{entry.stage}</Table.Td>
      <Table.Td>
        {entry.decision.state === 'needs-review' && (
          <Badge color="orange" variant="light" tt="none">
            {texts.queue.needsReview}
          </Badge>
        )}
        {entry.decision.state === 'current' && inWords(entry.decision.state)}
      </Table.Td>
    </Table.Tr>
  );
}

/** The first items that are missing, the others on a hint; each with who owes it. */
function Missing({ missing }: { readonly missing: QueueEntry['missing'] }) {
  if (missing.length === 0) return null;
  const all = missing.map(({ item, owner }) => `${inWords(item)} ${texts.queue.owes(inWords(owner))}`);
  return (
    <Tooltip label={all.join(', ')} multiline maw={360}>
      <Text span size="xs" tabIndex={0}>
        {missing
          .slice(0, 2)
          .map(({ item }) => inWords(item))
          .join(', ')}
        {missing.length > 2 && ` +${missing.length - 2}`}
      </Text>
    </Tooltip>
  );
}
