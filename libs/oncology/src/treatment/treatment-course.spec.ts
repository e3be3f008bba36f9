import { describe, expect, it } from 'vitest';
import type { IdentifiedFact } from '../facts/clinical-fact.js';
import { timelineOf } from '../facts/timeline.js';
import { isAntiPd1 } from './agents.js';
import { cyclesBy, treatmentCourse } from './treatment-course.js';

const start = (id: string, on: string, line: number, ...agents: string[]): IdentifiedFact => ({
  type: 'SystemicTherapyStarted',
  id,
  on,
  line,
  regimen: agents.join('+'),
  agents,
});
const cycles = (id: string, on: string, n: number): IdentifiedFact => ({ type: 'SystemicTherapyCyclesCompleted', id, on, cycles: n });
const end = (id: string, on: string): IdentifiedFact => ({ type: 'SystemicTherapyEnded', id, on, reason: 'completed' });
const rfa = (id: string, on: string): IdentifiedFact => ({ type: 'LocalTherapyDelivered', id, on, modality: 'rfa', lesions: ['M1'] });
const course = (...record: IdentifiedFact[]) => treatmentCourse(timelineOf(record));

describe('the course of treatment', () => {
  it('begins with the first treatment of any kind', () => {
    const read = course(rfa('rfa', '2025-01-10'), start('s', '2025-01-20', 1, 'cisplatin'));
    expect(read.first?.id).toBe('rfa');
    expect(read.firstDose?.id).toBe('s');
  });

  it('counts maintenance to the line it follows', () => {
    const read = course(start('s', '2025-01-01', 1, 'cisplatin'), end('e', '2025-05-01'), start('m', '2025-06-01', 1, 'toripalimab'));
    expect(read.lines).toHaveLength(1);
    expect(read.currentLine?.ended).toBeUndefined();
    expect(read.currentLine?.antiPd1From?.id).toBe('m');
  });

  it('counts cycles within the current line and up to a day', () => {
    const read = course(
      start('s', '2025-01-01', 1, 'cisplatin'),
      cycles('c', '2025-03-01', 3),
      start('t', '2025-04-01', 2, 'capecitabine'),
      cycles('d', '2025-05-01', 1),
    );
    expect(cyclesBy(read.lines[0], '2025-02-28')).toBe(0);
    expect(cyclesBy(read.lines[0], '2025-03-01')).toBe(3);
    expect(cyclesBy(read.currentLine, '2025-06-01')).toBe(1);
    expect(cyclesBy(undefined, '2025-06-01')).toBe(0);
  });
});

describe('an agent against PD-1', () => {
  it.each(['toripalimab', 'Camrelizumab (SHR-1210)', 'anti-PD-1', 'PD-1 inhibitor', 'PD-L1 antibody', 'KL-A167', 'Penpulimab'])(
    'is recognised as %s',
    (name) => {
      expect(isAntiPd1(name)).toBe(true);
    },
  );

  it.each(['gemcitabine', 'cisplatin', 'cetuximab', 'ipilimumab', 'apatinib', 'bevacizumab'])('is not %s', (name) => {
    expect(isAntiPd1(name)).toBe(false);
  });
});
