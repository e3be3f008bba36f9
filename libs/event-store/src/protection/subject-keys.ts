import { randomBytes } from 'node:crypto';
import { problem, RecentlyUsed } from '@tumor-board/kernel';
import type pg from 'pg';
import { decrypt, encrypt, KEY_BYTES } from './cipher.js';

/** The key of a subject, or that it was destroyed. A subject is a stream: a case, a patient. */
export type SubjectKey = Buffer | 'destroyed';

/** The keys of subjects. A key is made at its first use; once destroyed, the subject never has one again. */
export interface SubjectKeys {
  /**
   * The key to write with, made when there is none.
   * @throws Problem `protection.destroyed`, `protection.unreadable`
   */
  keyFor(streamId: string): Promise<Buffer>;
  /**
   * The keys to read with, at most a second old; subjects that never had one are left out.
   * @throws Problem `protection.unreadable`
   */
  find(streamIds: Iterable<string>): Promise<ReadonlyMap<string, SubjectKey>>;
  /** Destroys the key, also one that was never made. Doing it twice changes nothing. */
  destroy(streamId: string): Promise<void>;
  /** Those of the subjects whose key was destroyed. */
  destroyed(streamIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Refuses to write for a subject whose key was destroyed. */
export const destroyedKey = (streamId: string) =>
  problem('protection.destroyed', `What ${streamId} said of a person was erased: nothing more can be written to it.`, { streamId });

const FRESH_MS = 1_000;
const KEPT = 10_000;

interface Known {
  /** Undefined for a subject that had none yet. */
  readonly key: SubjectKey | undefined;
  /** By the clock of `performance`. */
  readonly since: number;
}

/** A key that is being asked for. */
class Asked {
  resolve: (key: SubjectKey | undefined) => void = () => undefined;
  reject: (error: unknown) => void = () => undefined;
  readonly answer = new Promise<SubjectKey | undefined>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}

/** The keys of `log.subject_keys`, each wrapped by one key of ours. */
export class StoredSubjectKeys implements SubjectKeys {
  readonly #pool: pg.Pool;
  readonly #wrapping: Buffer;
  readonly #known = new RecentlyUsed<Known>(KEPT);
  #asked = new Map<string, Asked>();

  constructor(pool: pg.Pool, wrapping: Buffer) {
    this.#pool = pool;
    this.#wrapping = wrapping;
  }

  async keyFor(streamId: string): Promise<Buffer> {
    // However old: an append with it is refused by the database when the key has been destroyed since.
    const key = this.#known.get(streamId)?.key ?? (await this.#readOrMade(streamId));
    if (key === undefined || key === 'destroyed') throw destroyedKey(streamId);
    return key;
  }

  async find(streamIds: Iterable<string>): Promise<ReadonlyMap<string, SubjectKey>> {
    const found = await Promise.all([...new Set(streamIds)].map(async (id) => [id, this.#fresh(id) ?? (await this.#read(id))] as const));
    return new Map(found.flatMap(([id, key]) => (key === undefined ? [] : [[id, key]])));
  }

  async destroy(streamId: string): Promise<void> {
    await this.#pool.query('select log.destroy_key($1)', [streamId]);
    this.#known.set(streamId, { key: 'destroyed', since: performance.now() });
  }

  async destroyed(streamIds: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.#pool.query<{ stream_id: string }>(
      `select stream_id from log.subject_keys where stream_id = any($1::text[]) and state = 'destroyed'`,
      [streamIds],
    );
    return new Set(rows.map((row) => row.stream_id));
  }

  async #readOrMade(streamId: string): Promise<SubjectKey | undefined> {
    const since = performance.now();
    const { rows } = await this.#pool.query<{ wrapped_key: Buffer | null }>({
      name: 'log.make-key',
      text: `with made as (
          insert into log.subject_keys (stream_id, state, wrapped_key) values ($1, 'active', $2) on conflict do nothing returning wrapped_key)
        select wrapped_key from made union all select wrapped_key from log.subject_keys where stream_id = $1`,
      values: [streamId, encrypt(this.#wrapping, randomBytes(KEY_BYTES), streamId)],
    });
    const [row] = rows;
    // Whoever made it at the same moment is not seen by this statement, but by the next.
    return row === undefined ? await this.#read(streamId) : this.#learnt(streamId, row.wrapped_key, since);
  }

  /** @throws Problem `protection.unreadable` */
  #learnt(streamId: string, wrapped: Buffer | null, since: number): SubjectKey {
    const key = wrapped === null ? 'destroyed' : decrypt(this.#wrapping, wrapped, streamId);
    if (key === undefined) {
      throw problem('protection.unreadable', `The key of ${streamId} cannot be used: it was changed or belongs elsewhere.`, { streamId });
    }
    this.#known.set(streamId, { key, since });
    return key;
  }

  /** A key that may still be used for reading: what is destroyed elsewhere is read here for a second at most. */
  #fresh(streamId: string): SubjectKey | undefined {
    const known = this.#known.get(streamId);
    if (known?.key === undefined) return undefined;
    if (known.key === 'destroyed' || performance.now() - known.since < FRESH_MS) return known.key;
    this.#known.delete(streamId);
    return undefined;
  }

  /** Those that are asked for in the same turn of the event loop are read together. */
  #read(streamId: string): Promise<SubjectKey | undefined> {
    let asked = this.#asked.get(streamId);
    if (asked === undefined) {
      asked = new Asked();
      this.#asked.set(streamId, asked);
      if (this.#asked.size === 1) setImmediate(() => void this.#readAsked());
    }
    return asked.answer;
  }

  async #readAsked(): Promise<void> {
    const asked = this.#asked;
    this.#asked = new Map();
    const since = performance.now();
    try {
      const { rows } = await this.#pool.query<{ stream_id: string; wrapped_key: Buffer | null }>({
        name: 'log.keys',
        text: 'select stream_id, wrapped_key from log.subject_keys where stream_id = any($1::text[])',
        values: [[...asked.keys()]],
      });
      const found = new Map(rows.map((row) => [row.stream_id, row.wrapped_key]));
      for (const [streamId, { resolve, reject }] of asked) {
        const wrapped = found.get(streamId);
        try {
          resolve(wrapped === undefined ? undefined : this.#learnt(streamId, wrapped, since));
        } catch (error) {
          reject(error);
        }
      }
    } catch (error) {
      for (const { reject } of asked.values()) reject(error);
    }
  }
}
