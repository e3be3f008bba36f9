import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, caseFile, ecog, factsOf, type Recorded } from './http.js';
import { command, dataFolder, eventually, startService, stopAll } from './processes.js';
import { sideBySide } from './side-by-side.js';

let folder: Awaited<ReturnType<typeof dataFolder>>;
const environment = () => ({ DATA_DIR: folder.path });

beforeAll(async () => {
  folder = await dataFolder();
});
afterAll(async () => {
  await stopAll();
  await folder.remove();
});

const day = (index: number): string => `2025-01-${String(index + 1).padStart(2, '0')}`;
const file = (number: number) =>
  caseFile(
    `CRASH-${number}`,
    Array.from({ length: 1 + (number % 6) }, (_, index) => ecog(index % 5, day(index))),
  );

/** What the service has promised to keep. */
interface Acknowledged {
  readonly number: number;
  readonly id: string;
  readonly version: number;
  readonly position: string;
}

describe('a service that is killed in the middle of its work', () => {
  it('has every acknowledged fact once when it is back, and its log verifies', async () => {
    const service = await startService(environment(), '--empty');
    const acknowledged: Acknowledged[] = [];
    let next = 0;
    const writer = async (): Promise<void> => {
      for (;;) {
        const number = next++;
        const answer = await ask<Recorded>(`${service.url}/api/case-files`, file(number)).catch(() => undefined);
        if (answer === undefined) return;
        expect(answer.status).toBe(200);
        const { id, version, position } = answer.body;
        acknowledged.push({ number, id, version, position });
      }
    };
    const writers = Array.from({ length: 16 }, writer);
    await eventually(
      async () => acknowledged.length,
      (count) => count >= 150,
    );
    const killed = await service.stop('SIGKILL');
    expect(killed.signal).toBe('SIGKILL');
    await Promise.all(writers);

    const back = await startService(environment());
    expect(acknowledged.length).toBeGreaterThanOrEqual(150);
    await sideBySide(acknowledged, async ({ number, id, version, position }) => {
      const { body } = await ask<{ version: number }>(`${back.url}/api/cases/${id}?atLeast=${position}`);
      // The panel may have spoken since.
      expect(body.version).toBeGreaterThanOrEqual(version);
      expect(await factsOf(back.url, id)).toHaveLength(file(number).facts.length);
    });

    // Who got no answer sends again: what was recorded all the same is not recorded twice.
    await sideBySide(Array(next).keys(), async (number) => {
      const answer = await ask<Recorded>(`${back.url}/api/case-files`, file(number));
      expect(await factsOf(back.url, answer.body.id)).toHaveLength(file(number).facts.length);
    });
    const listed = await eventually(
      async () => {
        const pages: string[] = [];
        for (let after = ''; ; ) {
          const { body } = await ask<{ cases: { reference: string }[]; next: string | null }>(
            `${back.url}/api/cases?limit=200&order=reference${after}`,
          );
          pages.push(...body.cases.map(({ reference }) => reference));
          if (body.next === null) return pages;
          after = `&after=${encodeURIComponent(body.next)}`;
        }
      },
      (references) => references.length >= next,
    );
    expect(listed).toHaveLength(new Set(listed).size);

    const { status, stdout, stderr } = await command(['verify'], environment());
    expect([status, stderr, stdout]).toEqual([
      0,
      '',
      expect.stringMatching(new RegExp(`^${next} streams, .*: all as they were recorded$`, 'm')),
    ]);
    expect((await back.stop()).status).toBe(0);
  });
});
