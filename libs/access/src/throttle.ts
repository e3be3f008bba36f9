import { createHash } from 'node:crypto';
import { problem } from '@tumor-board/kernel';
import type pg from 'pg';

/** How many failures are free, and how long the wait between attempts grows at most, in seconds. */
interface Limit {
  readonly free: number;
  readonly capSeconds: number;
}

/** Of one account from one address: a person who has forgotten, or somebody who guesses. */
const OF_BOTH: Limit = { free: 5, capSeconds: 300 };
/** Of one account from anywhere; short, so that others cannot keep its person out. */
const OF_ACCOUNT: Limit = { free: 50, capSeconds: 15 };
/** From one address to any account; many people can share one. */
const OF_ADDRESS: Limit = { free: 50, capSeconds: 60 };
const FORGET_SECONDS = 3_600;

const attempt = 'select access.attempt($1, $2, make_interval(secs => $3), make_interval(secs => $4)) as wait';

/** Slows down who guesses passwords, and never locks an account. Shared by all processes over one database. */
export class Throttle {
  constructor(private readonly pool: Pick<pg.Pool, 'query'>) {}

  /**
   * Counts an attempt. Call what it answers when the attempt has succeeded.
   * @param account what the account is called, existing or not
   * @param address where the attempt comes from, when that is known
   * @throws Problem `access.throttled` with the seconds to wait; the attempt must not be made
   */
  async attempt(account: string, address?: string): Promise<() => Promise<void>> {
    const of = digest(account);
    const keys: [key: string, limit: Limit][] =
      address === undefined
        ? [[`account ${of}`, OF_BOTH]]
        : [
            [`both ${digest(`${account}\n${address}`)}`, OF_BOTH],
            [`any ${of}`, OF_ACCOUNT],
            [`address ${digest(address)}`, OF_ADDRESS],
          ];
    for (const [key, { free, capSeconds }] of keys) {
      const { rows } = await this.pool.query<{ wait: number }>(attempt, [key, free, capSeconds, FORGET_SECONDS]);
      const wait = rows[0]?.wait ?? 0;
      if (wait > 0) {
        const seconds = Math.ceil(wait);
        throw problem('access.throttled', `Too many attempts failed. Try again in ${seconds} s.`, { retryAfterSeconds: seconds });
      }
    }
    return async () => {
      const cleared = keys.filter(([, limit]) => limit !== OF_ADDRESS).map(([key]) => key);
      await this.pool.query('delete from access.attempts where key = any($1)', [cleared]);
      // Not cleared for an address: who knows one password could guess those of others in between.
      const kept = keys.filter(([, limit]) => limit === OF_ADDRESS).map(([key]) => key);
      await this.pool.query('update access.attempts set failures = greatest(failures - 1, 0) where key = any($1)', [kept]);
    };
  }

  /** Forgets what is old. */
  async forget(): Promise<void> {
    await this.pool.query('delete from access.attempts where last_at < clock_timestamp() - make_interval(secs => $1)', [FORGET_SECONDS]);
  }
}

/** What was typed as a login name may be a password; it is not kept in clear. */
const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
