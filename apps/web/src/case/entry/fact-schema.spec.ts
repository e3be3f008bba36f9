import { describe, expect, it } from 'vitest';
import { ENTERED_TYPES, fieldsOf } from './fact-schema.js';

const field = (type: Parameters<typeof fieldsOf>[0], name: string) => fieldsOf(type).find((one) => one.name === name);

describe('the fields of a form', () => {
  it('are there for every type of fact, the day first', () => {
    expect(ENTERED_TYPES).toHaveLength(17);
    for (const type of ENTERED_TYPES) expect(fieldsOf(type)[0]).toMatchObject({ name: 'on', kind: 'day', isOptional: false });
  });

  it('offer the values that the service takes', () => {
    expect(field('EbvDnaMeasured', 'result')).toMatchObject({
      kind: 'choice',
      choices: ['quantified', 'undetectable', 'below-quantification'],
    });
    expect(field('PerformanceStatusRecorded', 'ecog')).toMatchObject({ kind: 'choice', choices: [0, 1, 2, 3, 4] });
    expect(field('FitnessRecorded', 'pregnant')).toMatchObject({ kind: 'yes-no', isOptional: true });
  });

  it('know the limits of numbers', () => {
    expect(field('FitnessRecorded', 'creatinineClearanceMlMin')).toMatchObject({ kind: 'number', min: 0, max: 400, isWhole: false });
    expect(field('RadiotherapyDelivered', 'doseGy')).toMatchObject({ min: 0, isAbove: true });
    expect(field('SystemicTherapyCyclesCompleted', 'cycles')).toMatchObject({ kind: 'number', min: 0, isWhole: true });
  });

  it('have rows for lesions, with fields of their own', () => {
    const targets = field('ResponseAssessed', 'targets');
    expect(targets?.kind).toBe('rows');
    expect(targets?.fields.map(({ name }) => name)).toEqual(['lesion', 'chartedAs', 'organ', 'kind', 'state', 'mm']);
    expect(field('MetastasesCharted', 'organsImaged')).toMatchObject({ kind: 'group' });
    expect(field('SystemicTherapyStarted', 'agents')).toMatchObject({ kind: 'names' });
  });
});
