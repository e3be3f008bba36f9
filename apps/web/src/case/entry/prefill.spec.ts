import type { IdentifiedFact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { ENTERED_TYPES } from './fact-schema.js';
import { lastSizes, lastWay, startOf } from './prefill.js';

const baseline: IdentifiedFact = {
  type: 'BaselineLesionsMeasured',
  id: '#1',
  on: '2025-01-01',
  modality: 'mri',
  targets: [{ lesion: 'A', organ: 'liver', kind: 'non-nodal', state: 'measured', mm: 30 }],
  nonTarget: 'none',
};

describe('what a new fact starts out with', () => {
  it('is never a value of an earlier measurement', () => {
    const draft = startOf('ResponseAssessed', [baseline]);
    expect(draft['targets']).toEqual([{ lesion: 'A', chartedAs: undefined, organ: 'liver', kind: 'non-nodal', state: 'measured' }]);
    expect(draft['modality']).toBe('mri');
  });

  it('never has a day', () => {
    for (const type of ENTERED_TYPES) expect(startOf(type, [baseline])).not.toHaveProperty('on');
  });

  it('can take over how the last sample was measured, not its result', () => {
    const sample: IdentifiedFact = {
      type: 'EbvDnaMeasured',
      id: '#2',
      on: '2025-01-01',
      result: 'quantified',
      value: 5,
      unit: 'IU/mL',
      assay: 'A',
      specimen: 'plasma',
    };
    expect(lastWay([sample])).toMatchObject({ assay: 'A', unit: 'IU/mL', specimen: 'plasma' });
    expect(lastWay([sample])).not.toHaveProperty('value');
    expect(lastWay([baseline])).toBeUndefined();
  });
});

describe('the last size of a target', () => {
  it('is that of the last measurement that has one', () => {
    const again = (id: string, on: string, more: object): IdentifiedFact => ({
      type: 'ResponseAssessed',
      id,
      on,
      modality: 'mri',
      targets: [{ lesion: 'A', organ: 'liver', kind: 'non-nodal', ...more }] as never,
      nonTarget: 'none',
      newLesions: [],
    });
    const measured = again('#2', '2025-03-01', { state: 'measured', mm: 12 });
    const notEvaluated = again('#3', '2025-05-01', { state: 'not-evaluated' });
    expect(lastSizes([baseline, notEvaluated, measured]).get('A')).toEqual({ mm: 12, on: '2025-03-01' });
    expect(lastSizes([]).size).toBe(0);
  });
});
