import { type IdentifiedFact, timelineOf } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { treatmentChart } from './treatments.js';

const start = (on: string, line: number, regimen: string): IdentifiedFact => ({
  type: 'SystemicTherapyStarted',
  id: `start ${on}`,
  on,
  line,
  regimen,
  agents: [regimen],
});
const chart = (...facts: IdentifiedFact[]) => treatmentChart(timelineOf(facts), '2025-12-31');
const spans = (...facts: IdentifiedFact[]) => chart(...facts).bands.map(({ from, to, ended }) => [from, to, ended]);

describe('the treatment bands', () => {
  it('end with the recorded end', () => {
    expect(spans(start('2025-01-10', 1, 'GP'), { type: 'SystemicTherapyEnded', id: 'e', on: '2025-05-01', reason: 'completed' })).toEqual([
      ['2025-01-10', '2025-05-01', 'completed'],
    ]);
  });

  it('end with the next start, and the last goes on to the last day shown', () => {
    expect(spans(start('2025-01-10', 1, 'GP'), start('2025-06-01', 1, 'maintenance'))).toEqual([
      ['2025-01-10', '2025-06-01', 'replaced'],
      ['2025-06-01', '2025-12-31', null],
    ]);
  });

  it('carry the cycles and what was given locally as marks, without inventing how long it took', () => {
    const { cycles, locals } = chart(
      start('2025-01-10', 1, 'GP'),
      { type: 'SystemicTherapyCyclesCompleted', id: 'c', on: '2025-03-01', cycles: 3 },
      { type: 'RadiotherapyDelivered', id: 'r', on: '2025-07-01', target: 'locoregional', doseGy: 70, fractions: 33 },
      { type: 'LocalTherapyDelivered', id: 'l', on: '2025-08-01', modality: 'rfa', lesions: ['M1'] },
    );
    expect(cycles).toEqual([{ on: '2025-03-01', fact: 'c', cycles: 3 }]);
    expect(locals.map(({ text }) => text)).toEqual(['RT locoregional 70 Gy/33', 'RFA M1']);
  });

  it('are none when nothing was given', () => {
    expect(chart()).toEqual({ bands: [], cycles: [], locals: [] });
  });
});
