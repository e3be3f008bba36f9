import type { CommandBus } from '@nestjs/cqrs';
import { afterKnowledgeEvent, type KnowledgeEvent } from '@tumor-board/board';
import { countStreams, currentHorizon, scanStreams, streamIds } from '@tumor-board/event-store';
import type { JobQueue } from '@tumor-board/job-queue';
import type { RecordedEvent } from '@tumor-board/kernel';
import { type Activation, ReassessmentProgress } from '@tumor-board/read-side';
import { type KnowledgeInForce, today } from '@tumor-board/write-side';
import { nextBatch } from './jobs.js';
import { reassess, reassessPage } from './reassess-page.js';

type Pool = ConstructorParameters<typeof ReassessmentProgress>[0];

/** What re-assessment needs. */
export interface ReassessmentOptions {
  readonly pool: Pool;
  readonly queue: JobQueue;
  readonly commands: CommandBus;
  readonly inForce: KnowledgeInForce;
  /** Cases that a job reaches; default 200. */
  readonly pageSize?: number;
}

/** What is to be done after an event, when it puts something into force. */
export function activationOf(event: RecordedEvent): Activation | undefined {
  const follows = afterKnowledgeEvent(event as unknown as KnowledgeEvent);
  if (follows.kind === 'ignore') return undefined;
  const { activation, change, to, effectiveFrom } = follows;
  return { activation, change, to, effectiveFrom, site: event.metadata.site, activatedAt: event.recordedAt };
}

/**
 * Brings every open case of a site to what has come into force, page by page. Any step may be taken twice or be cut
 * off: a case is recorded once for each activation, a page is counted once, and what is not done is found in the log
 * and in the progress, whatever became of the queue.
 */
export class Reassessment {
  readonly #options: ReassessmentOptions;
  readonly progress: ReassessmentProgress;

  constructor(options: ReassessmentOptions) {
    this.#options = options;
    this.progress = new ReassessmentProgress(options.pool);
  }

  /** Notes every activation that the log tells of. */
  async recover(): Promise<void> {
    const { pool } = this.#options;
    for await (const page of scanStreams(pool, { category: 'knowledge', upTo: await currentHorizon(pool) })) {
      await this.progress.note(page.flatMap((event) => activationOf(event) ?? []));
    }
  }

  /** Sees to it that there is a job for each re-assessment that is due and not done. */
  async refill(): Promise<void> {
    const { queue, inForce } = this.#options;
    for (const unfinished of await this.progress.unfinished(today())) {
      const { changes } = await inForce.state(unfinished.site);
      if (changes.some(({ reportId }) => reportId === unfinished.activation)) await queue.ensure(nextBatch(unfinished));
      else await this.progress.supersede(unfinished.activation);
    }
  }

  /** Reaches one page of cases and asks for the next. */
  async batch({ activation, cursor }: { readonly activation: string; readonly cursor: string }): Promise<void> {
    const { pool, queue, commands, pageSize = 200 } = this.#options;
    const progress = await this.progress.find(activation);
    if (progress === undefined || progress.isFinished) return;
    // The page was done, but perhaps not what comes after it asked for.
    if (progress.cursor !== cursor) return await queue.add(nextBatch(progress));
    const { site, isStarted } = progress;
    try {
      if (!isStarted) await this.progress.begin(activation, await countStreams(pool, { category: 'case', site }));
      const streams = await streamIds(pool, { category: 'case', site, after: cursor, limit: pageSize });
      const done = await reassessPage(commands, { site, id: activation }, streams);
      const last = streams.length < pageSize ? undefined : streams.at(-1);
      await this.progress.advance(activation, cursor, last, done);
      if (last !== undefined) await queue.add(nextBatch({ site, activation, cursor: last }));
    } catch (error) {
      await this.progress.failed(activation, error instanceof Error ? error.message : String(error)).catch(() => undefined);
      throw error;
    }
  }

  /** Reaches one case that was assessed under something else after all. */
  async one({ site, caseId, event }: { readonly site: string; readonly caseId: string; readonly event: string }): Promise<void> {
    await reassess(this.#options.commands, { site, id: event }, caseId);
  }
}
