import { setTimeout as wait } from 'node:timers/promises';
import type { EventStore } from '@tumor-board/event-store';
import {
  type CommandContext,
  type EventBody,
  isProblem,
  type Problem,
  problem,
  RecentlyUsed,
  type RecordedEvent,
} from '@tumor-board/kernel';
import { extended, type LoadedStream, nothingLoaded, type Receipt } from './loaded-stream.js';

/** What deciding a command gives: the events to record and the state after them. */
export interface Decided<State, Event> {
  readonly events: readonly Event[];
  readonly state: State;
}

/** One kind of stream: how its events fold and how its commands are decided. */
export interface StreamKind<State, Command, Event extends EventBody, Decision extends Decided<State, Event>> {
  /** `case`: the area of its problem codes. */
  readonly name: string;
  readonly initialState: () => State;
  readonly evolve: (state: State, event: Event) => State;
  /** Events that no command can have missed: what a machine says beside the record while people work on it. */
  readonly isAside?: (event: EventBody) => boolean;
  /** May wait for what the decision needs besides the stream; it is asked again after a conflict. */
  readonly decide: (state: State, command: Command, context: CommandContext) => Decision | Promise<Decision>;
  /** Why a command is refused even where it was carried out before: what it recorded is gone. */
  readonly refusal?: (state: State, command: Command) => Problem | undefined;
}

/** A command for one stream. */
export interface Order<Command> {
  readonly streamId: string;
  readonly command: Command;
  readonly context: CommandContext;
  /** Only when nothing but what is said aside has come after this version; otherwise `<kind>.version-conflict`. */
  readonly expectedVersion?: number | undefined;
}

/** What became of a command. `repeated`: it was recorded earlier; its history up to its last event is given. */
export type Handled<Decision> =
  | ({ readonly outcome: 'recorded' | 'nothing-new'; readonly decision: Decision } & Receipt)
  | ({ readonly outcome: 'repeated'; readonly history: readonly RecordedEvent[] } & Receipt);

/** What a command would lead to: the version of the stream as it is, and what would be decided. */
export interface Considered<Decision> {
  readonly version: number;
  readonly decision: Decision;
}

/** How many folded streams are kept, and how often a command that met another is decided again. */
export interface CommandLoopOptions {
  readonly cachedStreams?: number;
  readonly attempts?: number;
}

/**
 * The one way in: load, decide, append at the version read. A conflict with another writer reads on from where the
 * stream was and decides again.
 *
 * Folded states are cached, and may be out of date at any time: an append is checked against the version by the log,
 * and everything that does not end in an append (a refusal, a repetition, nothing new) is answered from a state that
 * was read for it. Commands to one stream take turns within a process, which spares them most conflicts; nothing
 * depends on it.
 */
export class CommandLoop<State, Command, Event extends EventBody, Decision extends Decided<State, Event>> {
  readonly #store: EventStore;
  readonly #kind: StreamKind<State, Command, Event, Decision>;
  readonly #attempts: number;
  readonly #cache: RecentlyUsed<LoadedStream<State>>;
  readonly #turns = new Map<string, Promise<void>>();

  constructor(store: EventStore, kind: StreamKind<State, Command, Event, Decision>, options: CommandLoopOptions = {}) {
    this.#store = store;
    this.#kind = kind;
    this.#attempts = options.attempts ?? 20;
    this.#cache = new RecentlyUsed(options.cachedStreams ?? 2_000);
  }

  /**
   * Carries out one command.
   * @throws Problem of the decider; `<kind>.unknown` when the stream belongs to another site;
   * `<kind>.version-conflict` with `expected` and `actual`
   */
  async handle(order: Order<Command>): Promise<Handled<Decision>> {
    const before = this.#turns.get(order.streamId) ?? Promise.resolve();
    const work = before.then(() => this.#handle(order));
    const turn = work.then(
      () => undefined,
      () => undefined,
    );
    this.#turns.set(order.streamId, turn);
    try {
      return await work;
    } finally {
      if (this.#turns.get(order.streamId) === turn) this.#turns.delete(order.streamId);
    }
  }

  /**
   * What a command would lead to, decided on the stream as it is now. Nothing is recorded.
   * @throws Problem of the decider; `<kind>.unknown` when the stream belongs to another site
   */
  async consider(order: Omit<Order<Command>, 'expectedVersion'>): Promise<Considered<Decision>> {
    const { streamId } = order;
    const loaded = await this.#read(streamId, this.#cache.get(streamId) ?? nothingLoaded(this.#kind.initialState()));
    const refusal = this.#refusal(loaded, order);
    if (refusal !== undefined) throw refusal;
    const decision = await this.#kind.decide(loaded.state, order.command, order.context);
    return { version: loaded.version, decision };
  }

  async #handle(order: Order<Command>): Promise<Handled<Decision>> {
    const { streamId } = order;
    const cached = this.#cache.get(streamId);
    let loaded = cached ?? (await this.#read(streamId, nothingLoaded(this.#kind.initialState())));
    let answer = await this.#answer(loaded, order);
    if (cached !== undefined && answer.kind !== 'append') {
      loaded = await this.#read(streamId, cached);
      answer = await this.#answer(loaded, order);
    }
    for (let attempt = 1; answer.kind === 'append'; attempt += 1) {
      try {
        return await this.#append(loaded, order, answer.decision);
      } catch (error) {
        this.#cache.delete(streamId);
        if (!isProblem(error, 'stream.version-conflict')) throw error;
        if (attempt >= this.#attempts) throw this.#conflict(loaded.version, error.data['actual']);
        await wait(Math.random() * Math.min(100, 2 ** attempt));
        loaded = await this.#read(streamId, loaded);
        answer = await this.#answer(loaded, order);
      }
    }
    switch (answer.kind) {
      case 'refused':
        throw answer.because;
      case 'repeated':
        return this.#repeated(streamId, answer.receipt);
      case 'nothing-new': {
        const { version, position, recordedAt } = loaded;
        return { outcome: 'nothing-new', decision: answer.decision, version, position, recordedAt };
      }
    }
  }

  async #answer(loaded: LoadedStream<State>, { command, context, expectedVersion }: Order<Command>): Promise<Answer<Decision>> {
    const refusal = this.#refusal(loaded, { command, context });
    if (refusal !== undefined) return { kind: 'refused', because: refusal };
    const receipt = loaded.commands.get(context.commandId.toLowerCase());
    if (receipt !== undefined) return { kind: 'repeated', receipt };
    if (expectedVersion !== undefined && (expectedVersion < loaded.read || expectedVersion > loaded.version)) {
      return { kind: 'refused', because: this.#conflict(expectedVersion, loaded.version) };
    }
    try {
      const decision = await this.#kind.decide(loaded.state, command, context);
      return { kind: decision.events.length === 0 ? 'nothing-new' : 'append', decision };
    } catch (error) {
      return { kind: 'refused', because: error };
    }
  }

  /** Why nothing at all is answered: the stream is not there for this site, or what it held is gone. */
  #refusal({ site, state }: LoadedStream<State>, { command, context }: Pick<Order<Command>, 'command' | 'context'>): Problem | undefined {
    if (site !== undefined && site !== context.metadata.site) {
      return problem(`${this.#kind.name}.unknown`, `There is no such ${this.#kind.name}.`);
    }
    return this.#kind.refusal?.(state, command);
  }

  async #append(loaded: LoadedStream<State>, { streamId, context }: Order<Command>, decision: Decision): Promise<Handled<Decision>> {
    const { events } = decision;
    const appended = await this.#store.append({ streamId, expectedVersion: loaded.version, events, context });
    const receipt: Receipt = { version: appended.streamVersion, position: appended.position, recordedAt: appended.recordedAt };
    if (appended.outcome === 'duplicate') {
      this.#cache.delete(streamId);
      return this.#repeated(streamId, receipt);
    }
    loaded.commands.set(context.commandId.toLowerCase(), receipt);
    const { isAside = () => false } = this.#kind;
    const heard = events.findLastIndex((event) => !isAside(event));
    const read = heard === -1 ? loaded.read : loaded.version + heard + 1;
    this.#cache.set(streamId, { ...receipt, read, state: decision.state, site: context.metadata.site, commands: loaded.commands });
    return { outcome: 'recorded', decision, ...receipt };
  }

  async #repeated(streamId: string, receipt: Receipt): Promise<Handled<Decision>> {
    return { outcome: 'repeated', history: await this.#store.read(streamId, { upTo: receipt.version }), ...receipt };
  }

  async #read(streamId: string, from: LoadedStream<State>): Promise<LoadedStream<State>> {
    const events = await this.#store.read(streamId, { after: from.version });
    const loaded = extended(from, events, this.#kind.evolve as (state: State, event: EventBody) => State, this.#kind.isAside);
    if (loaded.version > 0) this.#cache.set(streamId, loaded);
    return loaded;
  }

  #conflict(expected: number, actual: unknown) {
    const { name } = this.#kind;
    return problem(`${name}.version-conflict`, `The ${name} has moved on: expected version ${expected}, it is at ${Number(actual)}.`, {
      expected,
      actual,
    });
  }
}

type Answer<Decision> =
  | { readonly kind: 'append' | 'nothing-new'; readonly decision: Decision }
  | { readonly kind: 'repeated'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly because: unknown };
