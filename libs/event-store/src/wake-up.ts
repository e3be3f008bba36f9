import pg from 'pg';
import { appendedChannel } from './announce.js';

/** Something to wait at: until somebody rings, or for a time. A ring while nobody waits is kept. */
export class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Answers whether it was rung, false when the time (ms) was over first. */
  async wait(ms: number): Promise<boolean> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      this.#wake = undefined;
    }
    const rung = this.#rung;
    this.#rung = false;
    return rung;
  }
}

interface Listener {
  readonly bells: Set<Bell>;
  close(): Promise<void>;
}

const listeners = new WeakMap<pg.Pool, Listener>();

/**
 * Rings the bell when somebody says that events were appended, until the function that it answers is called.
 * All bells of one pool share one connection of their own, which is opened again whenever it is lost.
 */
export function listenForAppends(pool: pg.Pool, bell: Bell): () => Promise<void> {
  const listener = listeners.get(pool) ?? openListener(pool);
  listeners.set(pool, listener);
  listener.bells.add(bell);
  return async () => {
    listener.bells.delete(bell);
    if (listener.bells.size > 0) return;
    if (listeners.get(pool) === listener) listeners.delete(pool);
    await listener.close();
  };
}

function openListener(pool: pg.Pool): Listener {
  const bells = new Set<Bell>();
  const attention = new Bell();
  let closed = false;
  const ringAll = () => {
    for (const bell of bells) bell.ring();
  };

  const listen = async (): Promise<void> => {
    const client = new pg.Client(pool.options);
    let lost = false;
    const lose = () => {
      lost = true;
      attention.ring();
    };
    client.on('error', lose).on('end', lose).on('notification', ringAll);
    try {
      await client.connect();
      await client.query(`listen ${appendedChannel}`);
      // Something may have been said while nobody listened.
      ringAll();
      while (!closed && !lost) {
        if (!(await attention.wait(60_000))) await client.query('select 1');
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  };
  const running = (async () => {
    for (let delay = 100; !closed; delay = Math.min(delay * 2, 2000)) {
      const since = Date.now();
      await listen().catch(() => undefined);
      if (closed) return;
      if (Date.now() - since > 5000) delay = 100;
      await attention.wait(delay);
    }
  })();

  return {
    bells,
    async close() {
      closed = true;
      attention.ring();
      await running;
    },
  };
}
