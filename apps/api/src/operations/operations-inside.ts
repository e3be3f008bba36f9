import type { Metrics } from '@tumor-board/observability';

/** Whether somebody keeps the read models, and how well: `behind` when events have waited for a while. */
export type ReadModelState = 'followed' | 'behind' | 'not-followed';

/** What the operational routes look at. */
export class OperationsInside {
  #document: object | undefined;

  constructor(
    readonly metrics: Metrics,
    /** Resolves when the database can be used. */
    readonly database: () => Promise<unknown>,
    readonly readModels: () => Promise<ReadModelState>,
    private readonly describe: () => object,
  ) {}

  /** The OpenAPI document, made when it is first asked for. */
  document(): object {
    this.#document ??= this.describe();
    return this.#document;
  }
}
