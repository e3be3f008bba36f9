import { kyselyOver } from '@tumor-board/database';
import { type Protection, reveal, type Sealed, waitForPosition } from '@tumor-board/event-store';
import type { Kysely } from 'kysely';
import type { ReadSideOptions } from './read-side-options.js';
import type { ReadModelTables } from './tables.js';

/** What queries read from. */
export class ReadModels {
  readonly db: Kysely<ReadModelTables>;
  readonly eventStore: ReadSideOptions['eventStore'];
  readonly knowledge: ReadSideOptions['knowledge'];
  /** For what reads the log from end to end. */
  readonly pool: ReadSideOptions['pool'];
  /** For what searches in protected texts. */
  readonly protection: Protection | undefined;
  readonly #waitMs: number;

  constructor({ pool, eventStore, protection, knowledge, waitMs = 2_000 }: ReadSideOptions) {
    this.db = kyselyOver(pool);
    this.eventStore = eventStore;
    this.protection = protection;
    this.knowledge = knowledge;
    this.pool = pool;
    this.#waitMs = waitMs;
  }

  /**
   * Waits until a read model knows what stands at a position; at once when none is given.
   * @throws Problem `projection.behind` with `waitedMs`, `position.invalid`
   */
  async reached(readModel: string, atLeast: string | undefined): Promise<void> {
    if (atLeast !== undefined) await waitForPosition(this.pool, readModel, atLeast, this.#waitMs);
  }

  /**
   * What is read from a read model, with the protected texts in clear that stand sealed in it; `[erased]` after an erasure.
   * @throws Problem `protection.unreadable`
   */
  async revealed<Value>(values: readonly Sealed<Value>[]): Promise<Value[]> {
    return await reveal(this.protection, values);
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for what can be the id of a case; anything else is the id of no case. */
export const isCaseId = (text: string): boolean => UUID.test(text);
