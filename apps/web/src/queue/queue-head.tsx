import { Checkbox, Table } from '@mantine/core';
import { SortHead } from '../shell/sort-head.js';
import { texts } from '../texts/texts.js';
import type { QueueSearch } from './queue-search.js';

type Order = NonNullable<QueueSearch['order']>;
type Column = keyof typeof texts.queue.columns;

/** The order of a column, and which way its values then run: the service puts first what is to be done first. */
const ORDERS: Readonly<Partial<Record<Column, { readonly order: Order; readonly runs: 'ascending' | 'descending' }>>> = {
  case: { order: 'reference', runs: 'ascending' },
  reason: { order: 'urgency', runs: 'descending' },
  due: { order: 'due', runs: 'ascending' },
  waiting: { order: 'waiting', runs: 'descending' },
};
const COLUMNS = Object.keys(texts.queue.columns) as Column[];

/** The heads of the columns: by some of them the queue is sorted, by the first all that is shown is selected. */
export function QueueHead({
  order,
  sort,
  all,
  selectAll,
}: {
  readonly order: Order;
  readonly sort: (order: Order) => void;
  readonly all: 'none' | 'some' | 'all';
  readonly selectAll: () => void;
}) {
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th>
          <Checkbox
            size="xs"
            checked={all === 'all'}
            indeterminate={all === 'some'}
            onChange={selectAll}
            aria-label={texts.queue.selectShown}
          />
        </Table.Th>
        {COLUMNS.map((column) => {
          const sorted = ORDERS[column];
          const label = texts.queue.columns[column];
          if (sorted === undefined) return <Table.Th key={column}>{label}</Table.Th>;
          const hint = texts.queue.sortBy[sorted.order];
          const isSorted = order === sorted.order;
          return <SortHead key={column} label={label} hint={hint} runs={sorted.runs} isSorted={isSorted} sort={() => sort(sorted.order)} />;
        })}
      </Table.Tr>
    </Table.Thead>
  );
}
