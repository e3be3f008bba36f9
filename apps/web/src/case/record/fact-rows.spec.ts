import type { IdentifiedFact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { factRows } from './fact-rows.js';

const ecog = (id: string, value: 0 | 1 | 2): IdentifiedFact => ({ type: 'PerformanceStatusRecorded', id, on: '2025-01-06', ecog: value });

describe('the record as lines', () => {
  it('says what each fact says, and when it was known', () => {
    expect(factRows([{ ...ecog('#1', 1), knownOn: '2025-01-08' }])[0]).toMatchObject({
      id: '#1',
      on: '2025-01-06',
      knownOn: '2025-01-08',
      says: 'ECOG 1',
      stands: 'stands',
      by: null,
    });
  });

  it('says which facts no longer stand, and by what', () => {
    const rows = factRows([
      ecog('#1', 1),
      ecog('#2', 2),
      {
        type: 'FactCorrected',
        id: '#3',
        on: '2025-01-07',
        corrects: '#1',
        reason: 'typing',
        replacement: { type: 'PerformanceStatusRecorded', on: '2025-01-06', ecog: 0 },
      },
      { type: 'FactRetracted', id: '#4', on: '2025-01-07', retracts: '#2', reason: 'another patient' },
    ]);
    expect(rows.map(({ id, stands, by }) => [id, stands, by])).toEqual([
      ['#1', 'corrected', '#3'],
      ['#2', 'retracted', '#4'],
      ['#3', 'stands', null],
      ['#4', 'stands', null],
    ]);
    expect(rows[2]?.says).toBe('Corrects #1: typing; ECOG 0');
  });
});
