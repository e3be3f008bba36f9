import { Badge, Table, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { dayText, momentText } from '../../shell/moment.js';
import rows from '../../shell/rows.module.css';
import { SortHead } from '../../shell/sort-head.js';
import { useKeys } from '../../shell/use-keys.js';
import { useRows } from '../../shell/use-rows.js';
import { inWords, texts } from '../../texts/texts.js';
import type { CaseInList } from './cases-query.js';
import type { CasesSearch } from './cases-search.js';

type Order = NonNullable<CasesSearch['order']>;
type Column = keyof typeof texts.case.list.columns;

const COLUMNS = Object.keys(texts.case.list.columns) as Column[];
const ORDERS: Readonly<Partial<Record<Column, { readonly order: Order; readonly runs: 'ascending' | 'descending' }>>> = {
  case: { order: 'reference', runs: 'ascending' },
  changed: { order: 'changed', runs: 'descending' },
};
const whole = rows['whole'] ?? '';

/** The cases of the list, one line each, moved through by keyboard or mouse. */
export function CasesTable({
  cases,
  order,
  sort,
}: {
  readonly cases: readonly CaseInList[];
  readonly order: Order;
  readonly sort: (order: Order) => void;
}) {
  const navigate = useNavigate();
  const { body, current, enter, move } = useRows(cases.map(({ id }) => id));
  const open = (): void => {
    const one = cases[current];
    if (one !== undefined) void navigate({ to: '/cases/$caseId', params: { caseId: one.id } });
  };
  useKeys({ j: () => move(1), k: () => move(-1), o: open });
  const words = texts.case.list;
  return (
    <Table.ScrollContainer minWidth={960} maxHeight="max(20rem, calc(100dvh - 12rem - var(--app-shell-header-height)))">
      <Table stickyHeader highlightOnHover verticalSpacing={4} className={rows['table'] ?? ''}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => {
              const label = words.columns[column];
              const sorted = ORDERS[column];
              if (sorted === undefined) return <Table.Th key={column}>{label}</Table.Th>;
              const hint = words.sortBy[sorted.order];
              const isSorted = order === sorted.order;
              return (
                <SortHead key={column} label={label} hint={hint} runs={sorted.runs} isSorted={isSorted} sort={() => sort(sorted.order)} />
              );
            })}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          {cases.map((one, index) => (
            <Table.Tr key={one.id} data-current={index === current || undefined} onFocus={() => enter(one.id)}>
              <Table.Td className={whole}>
                <Link to="/cases/$caseId" params={{ caseId: one.id }} data-row className={rows['link']}>
                  {one.reference}
                </Link>
                {one.source !== null && (
                  <Text span size="xs" c="dimmed" ml={6}>
                    {one.source}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{one.title}</Table.Td>
              <Table.Td className={whole}>{texts.case.patient(one.patient.sex, one.patient.ageYears)}</Table.Td>
              <Table.Td className={whole}>{one.stage}</Table.Td>
              <Table.Td>{one.nextStep === null ? '' : inWords(one.nextStep)}</Table.Td>
              <Table.Td>{one.response}</Table.Td>
              <Table.Td>
                {one.alerts.length > 0 && (
                  <>
                    <Badge size="sm" variant="light" color="orange" tt="none">
                      {words.alerts(one.alerts.length)}
                    </Badge>{' '}
                    <Text span size="xs">
                      {[...new Set(one.alerts)].map(inWords).join(', ')}
                    </Text>
                  </>
                )}
              </Table.Td>
              <Table.Td className={whole}>{words.facts(one.facts, one.lastFactOn)}</Table.Td>
              <Table.Td className={whole}>
                <time dateTime={one.changedAt} title={momentText(one.changedAt)}>
                  {dayText(one.changedAt)}
                </time>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
