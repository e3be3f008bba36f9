import type { CommandBus } from '@nestjs/cqrs';
import { type BoardEvent, caseIdOf } from '@tumor-board/board';
import type { JobQueue, JobRequest } from '@tumor-board/job-queue';
import { daysAfter, derivedId, isProblem, type RecordedEvent } from '@tumor-board/kernel';
import { type DueCheck, dueChecks } from '@tumor-board/read-side';
import { beginningOf, CheckExpectationsCommand, dayOf } from '@tumor-board/write-side';
import { dueCheck, plannedCheck } from './jobs.js';

/** Who looks, as the log names it. */
const ACTOR = 'workflow:expectations';

/** What looking after expectations needs. */
export interface ExpectationsOptions {
  readonly pool: Parameters<typeof dueChecks>[0];
  readonly queue: JobQueue;
  readonly commands: CommandBus;
  /** The clock; default that of the machine. */
  readonly now?: (() => Date) | undefined;
}

/**
 * Sees to it that a result which a plan counts on and which does not come is noticed, and that the board looks again on
 * the day it chose. A job is kept for each decision and day; whatever becomes of the jobs, what is due is found in the
 * read model of expectations, and a check that is made again records nothing.
 */
export class Expectations {
  readonly #options: ExpectationsOptions;
  readonly #now: () => Date;
  /** Looked at today without finding anything: not to be asked for again before tomorrow. */
  readonly #quiet = new Map<string, string>();

  constructor(options: ExpectationsOptions) {
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
  }

  /** The day that it is. */
  today(): string {
    return dayOf(this.#now());
  }

  /** Asks for the jobs of some events, each for its day. */
  async plan(events: readonly RecordedEvent[]): Promise<void> {
    await this.#options.queue.add(...events.flatMap((event) => this.#jobsOf(event)));
  }

  /** Sees to it that there is a job for everything that is due and has not been found. */
  async refill(): Promise<void> {
    const today = this.today();
    for (const [key, day] of this.#quiet) if (day !== today) this.#quiet.delete(key);
    const due = await dueChecks(this.#options.pool, today);
    await this.#options.queue.ensure(...due.filter(({ decisionId }) => !this.#quiet.has(decisionId)).map(dueCheck));
  }

  /** Looks at one case. */
  async check({ site, caseId, decisionId, checkOn }: DueCheck): Promise<void> {
    const today = this.today();
    // A clock that is behind another's: the job comes again with the next refill.
    if (today < checkOn) return;
    const context = {
      commandId: derivedId('expectations', decisionId, today),
      metadata: { site, actor: ACTOR, causationId: decisionId },
      receivedAt: this.#now().toISOString(),
    };
    try {
      const { duplicate } = await this.#options.commands.execute(new CheckExpectationsCommand(caseId, { today }, context));
      if (duplicate) this.#quiet.set(decisionId, today);
    } catch (error) {
      if (!isCaseItself(error)) throw error;
      this.#quiet.set(decisionId, today);
    }
  }

  #jobsOf(recorded: RecordedEvent): JobRequest[] {
    const caseId = caseIdOf(recorded.streamId);
    const event = recorded as RecordedEvent & BoardEvent;
    if (caseId === undefined || event.type !== 'DecisionRecorded') return [];
    const { decisionId, content } = event.data;
    const { expectations, reviewOn } = content;
    const days = new Set([...expectations.map(({ dueOn }) => daysAfter(dueOn, 1)), ...(reviewOn === undefined ? [] : [reviewOn])]);
    return [...days].map((checkOn) => {
      const delayMs = Math.max(0, beginningOf(checkOn) - this.#now().getTime());
      return plannedCheck({ site: event.metadata.site, caseId, decisionId, checkOn }, delayMs);
    });
  }
}

/** True when it is this case that cannot be looked at, and no other attempt will change that. */
const isCaseItself = (error: unknown): boolean =>
  isProblem(error) && !error.code.startsWith('log.') && !error.code.startsWith('knowledge.') && error.code !== 'case.version-conflict';
