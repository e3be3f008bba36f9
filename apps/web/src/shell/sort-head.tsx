import { Table, UnstyledButton } from '@mantine/core';
import classes from './sort-head.module.css';

/** The head of a column by which a table can be sorted, in the one direction in which that is of use. */
export function SortHead({
  label,
  hint,
  runs,
  isSorted,
  sort,
}: {
  readonly label: string;
  readonly hint: string;
  /** Which way the values of the column run when the table is sorted by it. */
  readonly runs: 'ascending' | 'descending';
  readonly isSorted: boolean;
  readonly sort: () => void;
}) {
  return (
    <Table.Th className={classes['head'] ?? ''} {...(isSorted ? { 'aria-sort': runs } : {})}>
      <UnstyledButton className={classes['sort'] ?? ''} title={hint} onClick={sort}>
        {label}
        <span aria-hidden className={classes['arrow']}>
          {isSorted ? (runs === 'ascending' ? '▲' : '▼') : '↕'}
        </span>
      </UnstyledButton>
    </Table.Th>
  );
}
