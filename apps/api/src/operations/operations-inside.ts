import type { Metrics } from '@tumor-board/observability';

/** What the operational routes look at. */
export class OperationsInside {
  #document: object | undefined;

  constructor(
    readonly metrics: Metrics,
    /** Each resolves when what it names can be used. */
    readonly checks: Readonly<Record<string, () => Promise<unknown>>>,
    private readonly describe: () => object,
  ) {}

  /** The OpenAPI document, made when it is first asked for. */
  document(): object {
    this.#document ??= this.describe();
    return this.#document;
  }
}
