import { setTimeout as pause } from 'node:timers/promises';
import type { SiteAccess } from '@tumor-board/access';
import { type Fault, problem } from '@tumor-board/kernel';
import { z } from 'zod';
import type { DemoLogin } from './demo-accounts.js';

const refused = z.object({
  code: z.string(),
  detail: z.string(),
  faults: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

/** How long something that follows from what was recorded may take, in milliseconds. */
const PATIENCE = 60_000;
const PAUSE = 30;

/** The demo accounts at work over the API of the service: what they do is recorded as theirs. */
export interface DemoPeople {
  /** Asks for what an address under `/api` gives. */
  read<Shape extends z.ZodType>(who: DemoLogin, address: string, shape: Shape): Promise<z.infer<Shape>>;
  /**
   * Does what an address under `/api` is for.
   * @param key what makes it one act however often it is asked for
   * @throws Problem with the code that the service gave
   */
  act<Shape extends z.ZodType>(who: DemoLogin, address: string, key: string, body: unknown, shape: Shape): Promise<z.infer<Shape>>;
  /** Reads until it is so. */
  see<Shape extends z.ZodType>(who: DemoLogin, address: string, shape: Shape, isSo: (seen: z.infer<Shape>) => boolean): Promise<void>;
}

/** Lets demo accounts work; whatever session they needed for it ends with the work. */
export async function withDemoPeople<Result>(
  url: string,
  { accounts, sessions }: SiteAccess,
  by: string,
  work: (people: DemoPeople) => Promise<Result>,
): Promise<Result> {
  const begun = new Map<DemoLogin, Promise<{ readonly accountId: string; readonly sessionId: string; readonly token: string }>>();
  const begin = async (login: DemoLogin) => {
    const { accountId } = await accounts.byLogin(login);
    return { accountId, ...(await sessions.begin(accountId)) };
  };
  const tokenOf = async (login: DemoLogin): Promise<string> => {
    const session = begun.get(login) ?? begin(login);
    begun.set(login, session);
    return (await session).token;
  };

  const ask = async <Shape extends z.ZodType>(who: DemoLogin, address: string, shape: Shape, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await tokenOf(who)}`);
    for (const end = performance.now() + PATIENCE; ; await pause(PAUSE)) {
      const response = await fetch(new URL(`/api/${address}`, url), { ...init, headers });
      const body: unknown = await response.json();
      if (response.ok) return shape.parse(body);
      const { code, detail, faults } = refused.parse(body);
      // On a slow machine a first start has more to catch up with than a request waits for; an act has its key.
      if (code === 'projection.behind' && performance.now() < end) continue;
      throw problem(code, `The examples cannot be loaded: ${detail}`, {}, faults satisfies Fault[]);
    }
  };

  const people: DemoPeople = {
    read: (who, address, shape) => ask(who, address, shape),
    act: (who, address, key, body, shape) =>
      ask(who, address, shape, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      }),
    async see(who, address, shape, isSo) {
      const end = performance.now() + PATIENCE;
      while (!isSo(await ask(who, address, shape))) {
        if (performance.now() > end) throw problem('examples.late', `The examples cannot be loaded: /api/${address} does not change.`);
        await pause(PAUSE);
      }
    },
  };
  try {
    return await work(people);
  } finally {
    for (const session of begun.values()) {
      const { accountId, sessionId } = await session;
      await sessions.revoke(accountId, sessionId, by);
    }
  }
}
