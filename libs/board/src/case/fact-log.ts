import type { IdentifiedFact } from '@tumor-board/oncology';

/**
 * The facts of a case in the order of recording, by id. Immutable to its users: appending gives a new log.
 *
 * The logs that grow from one another share one array and one index, each seeing its own length of them, so folding n
 * events costs n steps, not n copies. A log that is not the longest copies its part before it grows, so what an
 * abandoned decision appended is never seen by the next one.
 */
export class FactLog implements ReadonlyMap<string, IdentifiedFact> {
  readonly #facts: IdentifiedFact[];
  readonly #places: Map<string, number>;
  readonly size: number;

  private constructor(facts: IdentifiedFact[], places: Map<string, number>, size: number) {
    this.#facts = facts;
    this.#places = places;
    this.size = size;
  }

  static empty(): FactLog {
    return new FactLog([], new Map(), 0);
  }

  static of(facts: Iterable<IdentifiedFact>): FactLog {
    let log = FactLog.empty();
    for (const fact of facts) log = log.append(fact);
    return log;
  }

  /** The log with one fact more. The fact's id must be new, which `identify` has seen to. */
  append(fact: IdentifiedFact): FactLog {
    if (this.has(fact.id)) throw new Error(`the fact id "${fact.id}" is already in the log`);
    const longest = this.#facts.length === this.size;
    const facts = longest ? this.#facts : this.#facts.slice(0, this.size);
    const places = longest ? this.#places : new Map(facts.map((known, place) => [known.id, place]));
    places.set(fact.id, facts.push(fact) - 1);
    return new FactLog(facts, places, this.size + 1);
  }

  /** An array of its own: it never grows. */
  toArray(): readonly IdentifiedFact[] {
    return this.#facts.slice(0, this.size);
  }

  get(id: string): IdentifiedFact | undefined {
    const place = this.placeOf(id);
    return place === undefined ? undefined : this.#facts[place];
  }

  /** The place of a fact in the order of recording, from 0; undefined when there is none with this id. */
  placeOf(id: string): number | undefined {
    const place = this.#places.get(id);
    return place === undefined || place >= this.size ? undefined : place;
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  forEach(visit: (fact: IdentifiedFact, id: string, log: ReadonlyMap<string, IdentifiedFact>) => void): void {
    for (const [id, fact] of this) visit(fact, id, this);
  }

  *entries(): Generator<[string, IdentifiedFact], undefined> {
    for (const fact of this.toArray()) yield [fact.id, fact];
    return undefined;
  }

  *keys(): Generator<string, undefined> {
    for (const fact of this.toArray()) yield fact.id;
    return undefined;
  }

  *values(): Generator<IdentifiedFact, undefined> {
    yield* this.toArray();
    return undefined;
  }

  [Symbol.iterator](): Generator<[string, IdentifiedFact], undefined> {
    return this.entries();
  }
}
