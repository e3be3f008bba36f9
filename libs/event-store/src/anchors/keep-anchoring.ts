import type pg from 'pg';
import { type AnchorOptions, type MadeAnchor, makeAnchors } from './make-anchors.js';

/** How anchors are kept coming. */
export interface AnchoringOptions extends Pick<AnchorOptions, 'key' | 'trusted'> {
  readonly pool: pg.Pool;
  /** How old the last anchor may become while events are recorded, in ms. */
  readonly intervalMs: number;
  /** How often to look whether one is due, in ms; default every minute, or as often as one is due. */
  readonly lookMs?: number;
  readonly onError: (error: unknown) => void;
  readonly onMade?: (anchor: MadeAnchor) => void;
}

/** Anchors that are being made for as long as this runs. */
export interface Anchoring {
  /** Makes a last one, and ends. */
  stop(): Promise<void>;
}

/** Makes an anchor whenever one is due. Any number of processes may: when one has made it, it is not due for the others. */
export function keepAnchoring({ pool, key, trusted, intervalMs, lookMs, onError, onMade }: AnchoringOptions): Anchoring {
  let working = Promise.resolve();
  const make = async (patienceMs: number): Promise<void> => {
    for (const anchor of await makeAnchors(pool, { key, ...(trusted === undefined ? {} : { trusted }), patienceMs })) onMade?.(anchor);
  };
  const look = (): void => {
    working = working
      .then(async () => {
        if (await isDue(pool, intervalMs)) await make(0);
      })
      .catch(onError);
  };
  const timer = setInterval(look, lookMs ?? Math.min(intervalMs, 60_000));
  look();
  return {
    async stop() {
      clearInterval(timer);
      await working;
      await make(2_000).catch(onError);
    },
  };
}

async function isDue(pool: pg.Pool, intervalMs: number): Promise<boolean> {
  const { rows } = await pool.query<{ due: boolean }>(
    `select not exists (select from log.anchors a where a.stream_id = 'anchors' and a.made_at > clock_timestamp() - $1::float8 * interval '1 ms'
       and a.number = (select max(b.number) from log.anchors b where b.stream_id = 'anchors')) as due`,
    [intervalMs],
  );
  return rows[0]?.due ?? false;
}
