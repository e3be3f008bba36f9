import { Badge, Checkbox, Table, Text } from '@mantine/core';
import { shallowEqual } from '@mantine/hooks';
import { replaceEqualDeep } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type Dispatch, memo, type SetStateAction, useCallback } from 'react';
import rows from '../shell/rows.module.css';
import { useKeys } from '../shell/use-keys.js';
import { useRows } from '../shell/use-rows.js';
import { inWords, texts } from '../texts/texts.js';
import { MissingCell } from './missing-cell.js';
import { QueueHead } from './queue-head.js';
import type { QueueEntry } from './queue-query.js';
import type { QueueSearch } from './queue-search.js';

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

type Order = NonNullable<QueueSearch['order']>;

/** Cells that are read at a glance are not broken into lines. */
const whole = rows['whole'] ?? '';

/** The cases of the queue, one line each, moved through by keyboard or mouse. */
export function QueueTable({
  cases,
  order,
  sort,
  selected,
  select,
  chase,
}: {
  readonly cases: readonly QueueEntry[];
  readonly order: Order;
  readonly sort: (order: Order) => void;
  readonly selected: ReadonlySet<string>;
  readonly select: Dispatch<SetStateAction<ReadonlySet<string>>>;
  /** Shows what a case lacks. */
  readonly chase: (entry: QueueEntry) => void;
}) {
  const navigate = useNavigate();
  const { body, current, enter, move } = useRows(cases.map(({ id }) => id));
  const toggle = useCallback(
    (id: string): void =>
      select((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      }),
    [select],
  );
  const shownSelected = cases.filter(({ id }) => selected.has(id)).length;
  const all = shownSelected === 0 ? 'none' : shownSelected === cases.length ? 'all' : 'some';
  const selectAll = (): void => select(all === 'all' ? new Set() : new Set(cases.map(({ id }) => id)));
  const withCurrent = (act: (entry: QueueEntry) => void) => (): void => {
    const entry = cases[current];
    if (entry !== undefined) act(entry);
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    x: withCurrent(({ id }) => toggle(id)),
    a: selectAll,
    r: withCurrent(chase),
    o: withCurrent(({ id }) => void navigate({ to: '/cases/$caseId', params: { caseId: id } })),
  });
  return (
    <Table.ScrollContainer minWidth={1160} maxHeight="max(20rem, calc(100dvh - 12rem - var(--app-shell-header-height)))">
      <Table stickyHeader highlightOnHover verticalSpacing={4} className={rows['table'] ?? ''}>
        <QueueHead order={order} sort={sort} all={all} selectAll={selectAll} />
        <Table.Tbody ref={body}>
          {cases.map((entry, index) => (
            <QueueRow
              key={entry.id}
              entry={entry}
              isSelected={selected.has(entry.id)}
              isCurrent={index === current}
              toggle={toggle}
              enter={enter}
              chase={chase}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface RowProps {
  readonly entry: QueueEntry;
  readonly isSelected: boolean;
  readonly isCurrent: boolean;
  readonly toggle: (id: string) => void;
  readonly enter: (id: string) => void;
  readonly chase: (entry: QueueEntry) => void;
}

/** True when a row would be drawn as it stands: a case that comes or goes moves the others on, and changes nothing of them. */
const isDrawnAlike = ({ entry: before, ...others }: RowProps, { entry, ...next }: RowProps): boolean =>
  shallowEqual(others, next) && replaceEqualDeep(before, entry) === before;

const QueueRow = memo(function QueueRow({ entry, isSelected, isCurrent, toggle, enter, chase }: RowProps) {
  return (
    <Table.Tr
      data-current={isCurrent || undefined}
      onFocus={() => enter(entry.id)}
      bg={isSelected ? 'var(--mantine-primary-color-light)' : undefined}
    >
      <Table.Td>
        <Checkbox size="xs" checked={isSelected} onChange={() => toggle(entry.id)} aria-label={texts.queue.select(entry.reference)} />
      </Table.Td>
      <Table.Td className={whole}>
        <Link to="/cases/$caseId" params={{ caseId: entry.id }} data-row className={rows['link']}>
          {entry.reference}
        </Link>
        {entry.source !== null && (
          <Text span size="xs" c="dimmed" ml={6}>
            {entry.source}
          </Text>
        )}
      </Table.Td>
      <Table.Td className={whole}>
        <Badge variant="light" color={REASON_COLORS[entry.reason] ?? 'gray'} tt="none">
          {inWords(entry.reason)}
        </Badge>
      </Table.Td>
      <Table.Td className={whole}>
        <time dateTime={entry.dueBy}>{entry.dueBy}</time>
        {entry.isOverdue && (
          <Badge ml={6} color="red" variant="filled" size="xs" tt="none">
            {texts.queue.overdue}
          </Badge>
        )}
      </Table.Td>
      <Table.Td className={whole}>{texts.queue.days(entry.waitingDays)}</Table.Td>
      <Table.Td className={whole}>
        <Badge variant="dot" color={READINESS_COLORS[entry.readiness]} tt="none">
          {inWords(entry.readiness)}
        </Badge>
        <Text size="xs" c="dimmed">
          {entry.meeting !== null && texts.queue.onAgenda(entry.meeting.on)}
          {entry.readiness === 'deferred' && entry.deferral?.until != null && texts.queue.deferredUntil(entry.deferral.until)}
        </Text>
      </Table.Td>
      <Table.Td>
        <MissingCell entry={entry} show={() => chase(entry)} />
      </Table.Td>
      <Table.Td>{entry.nextStep === null ? '' : inWords(entry.nextStep)}</Table.Td>
      <Table.Td className={whole}>{entry.stage}</Table.Td>
      <Table.Td className={whole}>
        {entry.decision.state === 'needs-review' && (
          <Badge color="orange" variant="light" tt="none">
            {texts.queue.needsReview}
          </Badge>
        )}
        {entry.decision.state === 'current' && inWords(entry.decision.state)}
      </Table.Td>
    </Table.Tr>
  );
}, isDrawnAlike);
