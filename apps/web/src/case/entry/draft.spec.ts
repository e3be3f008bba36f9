import { describe, expect, it } from 'vitest';
import { byField, checked, factOfDraft, fieldPath, valueAt, withValue } from './draft.js';

const record = { kind: 'record' } as const;

describe('a draft of a fact', () => {
  it('is changed at a path without touching what is beside it', () => {
    const draft = { on: '2025-01-01', targets: [{ lesion: 'A', mm: 10 }, { lesion: 'B' }] };
    const changed = withValue(draft, 'targets[1].mm', 12);
    expect(changed).toEqual({
      on: '2025-01-01',
      targets: [
        { lesion: 'A', mm: 10 },
        { lesion: 'B', mm: 12 },
      ],
    });
    expect(draft.targets[1]).toEqual({ lesion: 'B' });
    expect(valueAt(changed, 'targets[1].mm')).toBe(12);
    expect(withValue({}, 'organsImaged.liver', true)).toEqual({ organsImaged: { liver: true } });
  });

  it('leaves out what nobody filled in, and keeps zero and no', () => {
    expect(factOfDraft('FitnessRecorded', { on: '2025-01-01', altUln: 0, pregnant: false, hbsAg: '', dpyd: undefined }, record)).toEqual({
      type: 'FitnessRecorded',
      on: '2025-01-01',
      altUln: 0,
      pregnant: false,
    });
  });

  it('is a fact once all is filled in, and before that says by field what is not', () => {
    const draft = { on: '2025-01-01', result: 'quantified', unit: 'copies/mL', assay: 'A', specimen: 'plasma' };
    expect([...checked(factOfDraft('EbvDnaMeasured', draft, record)).faults.keys()]).toEqual(['value']);
    expect(checked(factOfDraft('EbvDnaMeasured', { ...draft, value: 5 }, record)).fact).toMatchObject({ value: 5 });
  });

  it('that corrects names the faults of its replacement as those of the form', () => {
    const intent = { kind: 'correct', id: '#1', reason: '', today: '2025-02-01' } as const;
    const { faults } = checked(factOfDraft('PerformanceStatusRecorded', { on: '2025-01-01' }, intent));
    expect([...faults.keys()].sort()).toEqual(['ecog', 'reason']);
  });

  it.each([
    ['facts[0].value', 'value'],
    ['[0].targets[1].mm', 'targets[1].mm'],
    ['replacement.on', 'on'],
    ['facts[0].replacement.ecog', 'ecog'],
    ['value', 'value'],
  ])('finds the field of %s', (path, field) => {
    expect(fieldPath(path)).toBe(field);
  });

  it('keeps the first fault of a field', () => {
    expect(
      byField([
        { path: 'on', message: 'a' },
        { path: 'facts[0].on', message: 'b' },
      ]),
    ).toEqual(new Map([['on', 'a']]));
  });
});
