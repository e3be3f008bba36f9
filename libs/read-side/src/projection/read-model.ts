import type { CaseEvent } from '@tumor-board/board';
import type { RecordedEvent } from '@tumor-board/kernel';

/** Events of one case in order, without gaps. */
export interface CaseEvents {
  readonly caseId: string;
  readonly site: string;
  readonly events: readonly (RecordedEvent & CaseEvent)[];
}

/** What every row of a read model of cases has. */
export interface CaseRow {
  readonly case_id: string;
  readonly site: string;
  /** The version of the case that the row tells of. */
  readonly version: number;
}

/**
 * A read model of cases: a table, and the fold that fills it, one case at a time. Live batches and rebuilds use the
 * same fold.
 */
export interface ReadModel<Row extends CaseRow = CaseRow> {
  /** `case-list`: its name for people, and the name of its subscription. */
  readonly name: string;
  /** `case_list`, in schema `read_model`. */
  readonly table: string;
  /** The PostgreSQL type of each column. A row travels as JSON, so instants and dates are texts in it. */
  readonly columns: { readonly [Column in keyof Row & string]: string };
  /** `case`: one row a case, replaced by a newer one. `event`: one row an event, kept. */
  readonly rowPer: 'case' | 'event';
  /**
   * The rows after some events of one case. `previous` is the case's row before them, where there is one row a case;
   * undefined before the first event.
   */
  readonly fold: (given: CaseEvents, previous: Row | undefined) => readonly Row[] | Promise<readonly Row[]>;
}

/** A read model whatever its row: what the framework moves around. */
export interface AnyReadModel extends Pick<ReadModel, 'name' | 'table' | 'rowPer'> {
  readonly columns: Readonly<Record<string, string>>;
  readonly fold: (given: CaseEvents, previous: CaseRow | undefined) => readonly CaseRow[] | Promise<readonly CaseRow[]>;
}

/** Forgets the type of the row: the rows that a read model is given are rows it made. */
export const readModel = <Row extends CaseRow>(model: ReadModel<Row>): AnyReadModel => model as unknown as AnyReadModel;
