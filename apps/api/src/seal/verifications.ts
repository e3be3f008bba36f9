import { randomUUID } from 'node:crypto';
import type { OnApplicationShutdown } from '@nestjs/common';
import { type AnchorEntry, lastVerification, listAnchors, type RecordedVerification, recordVerification } from '@tumor-board/event-store';
import type { Logger } from '@tumor-board/observability';
import { type ReadSideOptions, type RecordVerification, type VerificationProgress, verifyRecord } from '@tumor-board/read-side';

/** A verification under way in this process. */
export interface RunningVerification {
  readonly id: string;
  readonly actor: string;
  /** ISO 8601. */
  readonly startedAt: string;
  readonly progress: VerificationProgress;
  readonly faults: number;
}

/** What verifications are made with. */
export interface VerificationsOptions {
  readonly pool: ReadSideOptions['pool'];
  /** Fingerprints of the keys that anchors may be signed with. */
  readonly trusted: readonly string[];
  readonly logger: Logger;
}

class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Verifies the whole record in the background, one verification at a time, and tells what the last one found. */
export class Verifications implements OnApplicationShutdown {
  readonly #options: VerificationsOptions;
  #running: RunningVerification | undefined;
  #ended: Promise<void> = Promise.resolve();
  #failure: string | undefined;
  #stopped = false;

  constructor(options: VerificationsOptions) {
    this.#options = options;
  }

  get running(): RunningVerification | undefined {
    return this.#running;
  }

  /** Why the last one came to no end. */
  get failure(): string | undefined {
    return this.#failure;
  }

  get trusted(): readonly string[] {
    return this.#options.trusted;
  }

  async last(): Promise<RecordedVerification<RecordVerification> | undefined> {
    return await lastVerification<RecordVerification>(this.#options.pool);
  }

  async anchors(page: { readonly before?: number | undefined; readonly limit: number }): Promise<AnchorEntry[]> {
    return await listAnchors(this.#options.pool, page);
  }

  /** Begins one, unless one is under way. */
  start(actor: string): void {
    if (this.#running !== undefined || this.#stopped) return;
    this.#failure = undefined;
    const progress: VerificationProgress = { step: 'chains', events: 0, of: 0 };
    this.#running = { id: randomUUID(), actor, startedAt: new Date().toISOString(), progress, faults: 0 };
    this.#ended = this.#verify(this.#running).finally(() => {
      this.#running = undefined;
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    await this.#ended;
  }

  async #verify({ id, actor, startedAt }: RunningVerification): Promise<void> {
    const { pool, trusted, logger } = this.#options;
    try {
      const result = await verifyRecord(pool, {
        trusted,
        onFault: () => this.#note({ faults: (this.#running?.faults ?? 0) + 1 }),
        onProgress: (progress) => {
          if (this.#stopped) throw new Stopped('the service has stopped');
          this.#note({ progress });
        },
      });
      await recordVerification(pool, { verificationId: id, actor, startedAt, holds: result.holds, result });
      const { faults: _, ...counts } = result;
      if (result.holds) logger.info(counts, 'the record was verified');
      else logger.error(counts, 'the record is not as it was recorded');
    } catch (error) {
      this.#failure = error instanceof Stopped ? error.message : 'it failed; the log of the service says why';
      if (!(error instanceof Stopped)) logger.error({ err: error }, 'the verification came to no end');
    }
  }

  #note(change: Partial<RunningVerification>): void {
    if (this.#running !== undefined) this.#running = { ...this.#running, ...change };
  }
}
