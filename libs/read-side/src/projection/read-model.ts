import type { CaseEvent } from '@tumor-board/board';
import type { EventBody, RecordedEvent } from '@tumor-board/kernel';

/** Events of one stream in order, without gaps. */
export interface StreamEvents<Body extends EventBody = EventBody> {
  /** What the stream is called after its category: the id of the case, of the meeting. */
  readonly id: string;
  readonly site: string;
  readonly events: readonly (RecordedEvent & Body)[];
}

/** What every row of a read model has, besides the id of its stream. */
export interface StreamRow {
  readonly site: string;
  /** The version of the stream that the row tells of. */
  readonly version: number;
}

/**
 * A read model: a table, and the fold that fills it, one stream at a time. Live batches and rebuilds use the same fold.
 */
export interface StreamReadModel<Row extends StreamRow, Body extends EventBody> {
  /** `case-list`: its name for people, and the name of its subscription. */
  readonly name: string;
  /** `case_list`, in schema `read_model`. */
  readonly table: string;
  /** The streams that it is made of: `case`, `meeting`. */
  readonly category: string;
  /** The column with the id of the stream: `case_id`. */
  readonly idColumn: keyof Row & string;
  /** The PostgreSQL type of each column. A row travels as JSON, so instants and dates are texts in it. */
  readonly columns: { readonly [Column in keyof Row & string]: string };
  /**
   * `stream`: one row a stream, replaced by a newer one. `event`: one row an event, kept. `item`: a row for each of
   * several things of a stream, each replaced by a newer one.
   */
  readonly rowPer: 'stream' | 'event' | 'item';
  /** With `item`: the columns that tell the rows of one stream apart. */
  readonly itemKey?: readonly (keyof Row & string)[] | undefined;
  /** Which columns of the rows before the fold reads, besides site and version; default all. */
  readonly standing?: readonly (keyof Row & string)[] | undefined;
  /**
   * The rows after some events of one stream. `previous` is the stream's row before them, where there is one row a
   * stream; undefined before the first event. `standing` are all its rows before them, where there is a row an item: a
   * row says at which version it last changed, and an event that is not newer is in it already.
   */
  readonly fold: (
    given: StreamEvents<Body>,
    previous: Row | undefined,
    standing: readonly Row[],
  ) => readonly Row[] | Promise<readonly Row[]>;
}

/** A read model whatever its row: what the framework moves around. */
export interface AnyReadModel extends Pick<StreamReadModel<StreamRow, EventBody>, 'name' | 'table' | 'category' | 'rowPer'> {
  readonly idColumn: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly itemKey?: readonly string[] | undefined;
  readonly standing?: readonly string[] | undefined;
  readonly fold: (
    given: StreamEvents,
    previous: StreamRow | undefined,
    standing: readonly StreamRow[],
  ) => readonly StreamRow[] | Promise<readonly StreamRow[]>;
}

/** The columns that name a row. */
export function keyOf({ idColumn, rowPer, itemKey = [] }: Pick<AnyReadModel, 'idColumn' | 'rowPer' | 'itemKey'>): readonly string[] {
  switch (rowPer) {
    case 'stream':
      return [idColumn];
    case 'event':
      return [idColumn, 'version'];
    case 'item':
      return [idColumn, ...itemKey];
  }
}

/** Forgets the type of the row: the rows that a read model is given are rows it made. */
export const streamReadModel = <Row extends StreamRow, Body extends EventBody>(model: StreamReadModel<Row, Body>): AnyReadModel =>
  model as unknown as AnyReadModel;

/** Events of one case in order, without gaps. */
export interface CaseEvents {
  readonly caseId: string;
  readonly site: string;
  readonly events: readonly (RecordedEvent & CaseEvent)[];
}

/** What every row of a read model of cases has. */
export interface CaseRow extends StreamRow {
  readonly case_id: string;
}

/** A read model of cases. */
export interface ReadModel<Row extends CaseRow = CaseRow>
  extends Pick<StreamReadModel<Row, CaseEvent>, 'name' | 'table' | 'columns' | 'itemKey' | 'standing'> {
  /** As for any stream, with `case` for one row a case. */
  readonly rowPer: 'case' | 'event' | 'item';
  /** As for any stream. */
  readonly fold: (given: CaseEvents, previous: Row | undefined, standing: readonly Row[]) => readonly Row[] | Promise<readonly Row[]>;
}

/** A read model of cases as the framework takes it. */
export const readModel = <Row extends CaseRow>({ rowPer, fold, ...model }: ReadModel<Row>): AnyReadModel =>
  streamReadModel<Row, CaseEvent>({
    ...model,
    category: 'case',
    idColumn: 'case_id',
    rowPer: rowPer === 'case' ? 'stream' : rowPer,
    fold: ({ id, site, events }, previous, standing) => fold({ caseId: id, site, events }, previous, standing),
  });
