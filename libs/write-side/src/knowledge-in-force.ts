import {
  evolveKnowledge,
  type InForce,
  inForceOn,
  type Knowledge,
  type KnowledgeDefaults,
  type KnowledgeEvent,
  knowledgeStream,
  nothingDecided,
  type SiteKnowledge,
} from '@tumor-board/board';
import type { EventStore } from '@tumor-board/event-store';
import { fold, type IsoDate } from '@tumor-board/kernel';
import { type KnowledgeRelease, knowledgeRelease, type SitePolicy } from '@tumor-board/knowledge';

/** Where what is in force is read from. */
export interface KnowledgeInForceOptions {
  readonly eventStore: Pick<EventStore, 'read'>;
  /** In force at a site that has activated no release. */
  readonly release: KnowledgeRelease;
  /** In force at a site that has decided no policy. */
  readonly policy: SitePolicy | ((site: string) => SitePolicy);
  /** How old an answer may be, in ms; default 1000. */
  readonly maxAgeMs?: number;
}

/** What a case is assessed under, and by which decisions. */
export interface KnowledgeOnDay extends Knowledge {
  readonly inForce: InForce;
}

/** What is known of one site. */
interface Known {
  readonly state: SiteKnowledge;
  /** When the reading began that found it, by the clock of this process. */
  readonly readAt: number;
}

/**
 * What is in force at each site, from its knowledge stream. An answer may be a second old; whoever cannot do with that
 * asks for one that is read anew, which costs a question for what followed the last known version.
 */
export class KnowledgeInForce {
  readonly #options: KnowledgeInForceOptions;
  readonly #maxAgeMs: number;
  readonly #known = new Map<string, Known>();
  readonly #reading = new Map<string, Promise<Known>>();
  readonly #next = new Map<string, Promise<Known>>();

  constructor(options: KnowledgeInForceOptions) {
    this.#options = options;
    this.#maxAgeMs = options.maxAgeMs ?? 1_000;
  }

  /** What is in force at a site where nothing has been decided. */
  defaultsOf(site: string): Knowledge {
    const { release, policy } = this.#options;
    return { release, policy: typeof policy === 'function' ? policy(site) : policy };
  }

  /**
   * What was in force a moment ago.
   * @throws Problem `knowledge.unknown-release` when this program does not have the release
   */
  async on(site: string, day: IsoDate): Promise<KnowledgeOnDay> {
    const known = this.#known.get(site);
    const isFresh = known !== undefined && performance.now() - known.readAt <= this.#maxAgeMs;
    return this.#resolved(site, day, isFresh ? known : await this.#read(site));
  }

  /**
   * What is in force now: read after it was asked.
   * @throws Problem `knowledge.unknown-release` when this program does not have the release
   */
  async readOn(site: string, day: IsoDate): Promise<KnowledgeOnDay> {
    return this.#resolved(site, day, await this.#readAfterNow(site));
  }

  /** The decisions of a site as they are now. */
  async state(site: string): Promise<SiteKnowledge> {
    return (await this.#readAfterNow(site)).state;
  }

  /** Takes over what this process has just decided. */
  remember(site: string, state: SiteKnowledge): void {
    const known = this.#known.get(site);
    if (known === undefined || known.state.version < state.version) this.#known.set(site, { state, readAt: performance.now() });
  }

  #resolved(site: string, day: IsoDate, { state }: Known): KnowledgeOnDay {
    const { release, policy } = this.defaultsOf(site);
    const defaults: KnowledgeDefaults = { release: release.id, policy };
    const inForce = inForceOn(state, day, defaults);
    return { release: inForce.release === release.id ? release : knowledgeRelease(inForce.release), policy: inForce.policy, inForce };
  }

  /** A reading that begins after this call; those who ask while one is under way share the next. */
  async #readAfterNow(site: string): Promise<Known> {
    const running = this.#reading.get(site);
    if (running === undefined) return await this.#read(site);
    let next = this.#next.get(site);
    if (next === undefined) {
      next = running
        .catch(() => undefined)
        .then(() => {
          this.#next.delete(site);
          return this.#read(site);
        });
      this.#next.set(site, next);
    }
    return await next;
  }

  #read(site: string): Promise<Known> {
    const running = this.#reading.get(site);
    if (running !== undefined) return running;
    const reading = this.#readOn(site).finally(() => this.#reading.delete(site));
    this.#reading.set(site, reading);
    return reading;
  }

  async #readOn(site: string): Promise<Known> {
    const readAt = performance.now();
    const before = this.#known.get(site)?.state ?? nothingDecided();
    const events = await this.#options.eventStore.read(knowledgeStream(site), { after: before.version });
    const state = fold({ evolve: evolveKnowledge }, before, events as readonly unknown[] as readonly KnowledgeEvent[]);
    const last = this.#known.get(site);
    const known = last !== undefined && last.state.version > state.version ? last : { state, readAt };
    this.#known.set(site, known);
    return known;
  }
}
