import { describe, expect, it } from 'vitest';
import { createUpcaster, readGolden, replayGolden } from './upcast.js';

const shapes = {
  schemaVersions: { CaseListed: 3 },
  upcasters: {
    CaseListed: {
      1: (data: object) => ({ ...data, trigger: 'unknown' }),
      2: ({ trigger, ...data }: Readonly<Record<string, unknown>>) => ({ ...data, because: [trigger] }),
    },
  },
};

describe('an old shape', () => {
  it('is lifted step by step to the newest', () => {
    const upcaster = createUpcaster(shapes);
    expect(upcaster.lift('CaseListed', 1, { on: '2025-01-06' })).toEqual({ on: '2025-01-06', because: ['unknown'] });
    expect(upcaster.lift('CaseListed', 3, { on: '2025-01-06' })).toEqual({ on: '2025-01-06' });
    expect(upcaster.lift('Other', 1, { a: 1 })).toEqual({ a: 1 });
  });

  it('is refused when a newer program wrote it or a step is missing', () => {
    expect(() => createUpcaster(shapes).lift('CaseListed', 4, {})).toThrow(/newer program/);
    expect(() => createUpcaster({ schemaVersions: { toString: 2 } }).lift('toString', 1, {})).toThrow(
      /Nothing lifts toString from version 1 to 2/,
    );
    expect(createUpcaster({}).newest('constructor')).toBe(1);
  });
});

describe('a golden file', () => {
  const line = (schemaVersion: number, data: object) => JSON.stringify({ type: 'CaseListed', schemaVersion, data });
  const accept = (_: string, data: Readonly<Record<string, unknown>>) => {
    if (!Array.isArray(data['because'])) throw new Error('because is missing');
  };

  it('is replayed to the newest shape', () => {
    const golden = readGolden([line(1, {}), line(2, { trigger: 'x' }), line(3, { because: [] }), ''].join('\n'));
    expect(replayGolden(golden, shapes, accept)).toEqual([]);
  });

  it('tells of a shape without an example and of one that no longer fits', () => {
    const golden = readGolden([line(1, {}), line(3, { reasons: [] })].join('\n'));
    expect(replayGolden(golden, shapes, accept)).toEqual([
      'line 2, CaseListed version 3: because is missing',
      'no example of CaseListed version 2',
    ]);
  });
});
