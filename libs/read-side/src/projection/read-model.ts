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
  /**
   * `case`: one row a case, replaced by a newer one. `event`: one row an event, kept. `item`: a row for each of several
   * things of a case, each replaced by a newer one.
   */
  readonly rowPer: 'case' | 'event' | 'item';
  /** With `item`: the columns that tell the rows of one case apart. */
  readonly itemKey?: readonly (keyof Row & string)[];
  /**
   * The rows after some events of one case. `previous` is the case's row before them, where there is one row a case;
   * undefined before the first event. `standing` are all its rows before them, where there is a row an item: a row says
   * at which version it last changed, and an event that is not newer is in it already.
   */
  readonly fold: (given: CaseEvents, previous: Row | undefined, standing: readonly Row[]) => readonly Row[] | Promise<readonly Row[]>;
}

/** A read model whatever its row: what the framework moves around. */
export interface AnyReadModel extends Pick<ReadModel, 'name' | 'table' | 'rowPer'> {
  readonly columns: Readonly<Record<string, string>>;
  readonly itemKey?: readonly string[];
  readonly fold: (
    given: CaseEvents,
    previous: CaseRow | undefined,
    standing: readonly CaseRow[],
  ) => readonly CaseRow[] | Promise<readonly CaseRow[]>;
}

/** The columns that name a row. */
export function keyOf({ rowPer, itemKey = [] }: Pick<AnyReadModel, 'rowPer' | 'itemKey'>): readonly string[] {
  switch (rowPer) {
    case 'case':
      return ['case_id'];
    case 'event':
      return ['case_id', 'version'];
    case 'item':
      return ['case_id', ...itemKey];
  }
}

/** Forgets the type of the row: the rows that a read model is given are rows it made. */
export const readModel = <Row extends CaseRow>(model: ReadModel<Row>): AnyReadModel => model as unknown as AnyReadModel;
