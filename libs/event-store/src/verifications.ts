import type pg from 'pg';
import { moment } from './recorded.js';

/** A verification that has ended: what it found is up to who made it. */
export interface RecordedVerification<Result> {
  readonly verificationId: string;
  /** Who asked for it. */
  readonly actor: string;
  /** ISO 8601 in UTC with microseconds. */
  readonly startedAt: string;
  readonly finishedAt: string;
  /** True when no fault was found. */
  readonly holds: boolean;
  readonly result: Result;
}

/** Keeps what a verification found. `startedAt`: ISO 8601. */
export async function recordVerification<Result>(
  pool: pg.Pool,
  { verificationId, actor, startedAt, holds, result }: Omit<RecordedVerification<Result>, 'finishedAt'>,
): Promise<void> {
  await pool.query(
    'insert into log.verifications (verification_id, actor, started_at, holds, result) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [verificationId, actor, startedAt, holds, JSON.stringify(result)],
  );
}

/** The verification that ended last. */
export async function lastVerification<Result>(pool: pg.Pool): Promise<RecordedVerification<Result> | undefined> {
  const { rows } = await pool.query<RecordedVerification<Result>>(
    `select v.verification_id as "verificationId", v.actor, ${moment('v.started_at')} as "startedAt",
       ${moment('v.finished_at')} as "finishedAt", v.holds, v.result
     from log.verifications v order by v.finished_at desc limit 1`,
  );
  return rows[0];
}

/** How fresh the proof is that the log is whole. */
export interface SealState {
  /** Age of the last anchor by the database's clock, in seconds; undefined when there is none. */
  readonly anchorAgeSeconds: number | undefined;
  /** Whether the last verification found no fault, and how long ago it ended; undefined when there was none. */
  readonly verification: { readonly holds: boolean; readonly ageSeconds: number } | undefined;
}

/** How old the last anchor and the last verification are. */
export async function sealState(pool: pg.Pool): Promise<SealState> {
  const [anchorAgeSeconds, { rows }] = await Promise.all([
    anchorAge(pool),
    pool.query<{ holds: boolean; ageSeconds: number }>(
      `select v.holds, extract(epoch from clock_timestamp() - v.finished_at)::double precision as "ageSeconds"
       from log.verifications v order by v.finished_at desc limit 1`,
    ),
  ]);
  return { anchorAgeSeconds, verification: rows[0] };
}

async function anchorAge(pool: pg.Pool): Promise<number | undefined> {
  const { rows } = await pool.query<{ age: number }>(
    `select extract(epoch from clock_timestamp() - a.made_at)::double precision as age
     from log.anchors a where a.stream_id = 'anchors' order by a.number desc limit 1`,
  );
  return rows[0]?.age;
}
