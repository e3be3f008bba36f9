import type { IdentifiedFact } from '@tumor-board/oncology';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FactLog } from './fact-log.js';

const fact = (id: string, ecog: 0 | 1 | 2 | 3 | 4 = 0): IdentifiedFact => ({
  type: 'PerformanceStatusRecorded',
  id,
  on: '2024-01-08',
  ecog,
});

describe('a log of facts', () => {
  it('keeps the order of recording and finds facts by id', () => {
    const log = FactLog.of([fact('b'), fact('a')]);
    expect([...log.keys()]).toEqual(['b', 'a']);
    expect([...log]).toEqual([
      ['b', fact('b')],
      ['a', fact('a')],
    ]);
    expect(log.get('a')).toEqual(fact('a'));
    expect(log.get('c')).toBeUndefined();
  });

  it('refuses an id twice', () => {
    expect(() => FactLog.of([fact('a'), fact('a')])).toThrow(/already in the log/);
  });

  it('does not see what grew from it', () => {
    const base = FactLog.of([fact('a')]);
    const abandoned = base.append(fact('b', 1));
    const kept = base.append(fact('b', 2)).append(fact('c'));
    expect([...base.keys()]).toEqual(['a']);
    expect(base.has('b')).toBe(false);
    expect(abandoned.get('b')).toEqual(fact('b', 1));
    expect(abandoned.has('c')).toBe(false);
    expect(kept.get('b')).toEqual(fact('b', 2));
    expect(abandoned.append(fact('d')).toArray().length).toBe(3);
    expect(kept.toArray().map((found) => found.id)).toEqual(['a', 'b', 'c']);
  });

  it('is the same as copying, however its branches grow', () => {
    const steps = fc.array(fc.record({ from: fc.nat(30), id: fc.nat(12) }), { maxLength: 60 });
    fc.assert(
      fc.property(steps, (plan) => {
        const logs = [FactLog.empty()];
        const models: string[][] = [[]];
        for (const { from, id } of plan) {
          const at = from % logs.length;
          const model = models[at] as string[];
          if (model.includes(`f${id}`)) continue;
          logs.push((logs[at] as FactLog).append(fact(`f${id}`)));
          models.push([...model, `f${id}`]);
        }
        logs.forEach((log, index) => {
          const model = models[index] as string[];
          expect([...log.keys()]).toEqual(model);
          expect(log.size).toBe(model.length);
          for (let id = 0; id <= 12; id += 1) expect(log.has(`f${id}`)).toBe(model.includes(`f${id}`));
        });
      }),
    );
  });
});
