import { createHash } from 'node:crypto';
import { problem } from '@tumor-board/kernel';
import type pg from 'pg';

/** How many failures are free, and how long the wait between attempts grows at most. */
interface Limit {
  readonly free: number;
  readonly capSeconds: number;
  /** The time in which one failure drains away; none does while somebody goes on when it is null. */
  readonly drainSeconds: number | null;
}

/** Of one account from one address: a person who has forgotten, or somebody who guesses. */
const OF_BOTH: Limit = { free: 5, capSeconds: 300, drainSeconds: null };
/** Of one account from anywhere; short, so that others cannot keep its person out. */
const OF_ACCOUNT: Limit = { free: 50, capSeconds: 15, drainSeconds: null };
/** From one address to any account. A whole hospital can share one, where somebody mistypes a password all day. */
const OF_ADDRESS: Limit = { free: 50, capSeconds: 60, drainSeconds: 30 };
const FORGET_SECONDS = 3_600;

const attempt = 'select access.attempt($1, $2, $3, $4, make_interval(secs => $5)) as wait';
/** Skips what somebody is busy with: that is not old. */
const forget = `delete from access.attempts where key in (
  select key from access.attempts where last_at < clock_timestamp() - make_interval(secs => $1) for update skip locked)`;

/** Slows down who guesses passwords, and never locks an account. Shared by all processes over one database. */
export class Throttle {
  #forgotAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly pool: Pick<pg.Pool, 'query'>) {}

  /**
   * Counts an attempt. Call what it answers when the attempt has succeeded.
   * @param account what the account is called, existing or not
   * @param address where the attempt comes from, when that is known
   * @throws Problem `access.throttled` with the seconds to wait; the attempt must not be made
   */
  async attempt(account: string, address?: string): Promise<() => Promise<void>> {
    await this.#forget();
    const of = digest(account);
    const keys: [key: string, limit: Limit][] =
      address === undefined
        ? [[`account ${of}`, OF_BOTH]]
        : [
            [`both ${digest(`${account}\n${address}`)}`, OF_BOTH],
            [`any ${of}`, OF_ACCOUNT],
            [`address ${digest(address)}`, OF_ADDRESS],
          ];
    const limits = keys.map(([, limit]) => limit);
    const { rows } = await this.pool.query<{ wait: number }>(attempt, [
      keys.map(([key]) => key),
      limits.map(({ free }) => free),
      limits.map(({ capSeconds }) => capSeconds),
      limits.map(({ drainSeconds }) => drainSeconds),
      FORGET_SECONDS,
    ]);
    const wait = rows[0]?.wait ?? 0;
    if (wait > 0) {
      const seconds = Math.ceil(wait);
      throw problem('access.throttled', `Too many attempts failed. Try again in ${seconds} s.`, { retryAfterSeconds: seconds });
    }
    // Not cleared for an address: who knows one password could guess those of others in between.
    const cleared = keys.filter(([, limit]) => limit !== OF_ADDRESS).map(([key]) => key);
    const kept = keys.filter(([, limit]) => limit === OF_ADDRESS).map(([key]) => key);
    return async () => {
      await this.pool.query('select access.attempt_succeeded($1, $2)', [cleared, kept]);
    };
  }

  /** Forgets what is old, now and then: whoever guesses names leaves a row for each. */
  async #forget(): Promise<void> {
    const now = performance.now();
    if (now - this.#forgotAt < FORGET_SECONDS * 1_000) return;
    this.#forgotAt = now;
    await this.pool.query(forget, [FORGET_SECONDS]);
  }
}

/** What was typed as a login name may be a password; it is not kept in clear. */
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
