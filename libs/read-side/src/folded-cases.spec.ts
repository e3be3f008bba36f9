import { type CaseEvent, caseStream } from '@tumor-board/board';
import type { RecordedEvent } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import { ecog, histology, knowledge } from '../test/case-writer.js';
import { FoldedCases } from './folded-cases.js';
import { foldCase, type RecordedCase } from './recorded-case.js';

const caseId = '00000000-0000-4000-8000-000000000001';
const patient = { ageYears: 50, sex: 'female' as const };
const { type, ...reported } = histology;
const { type: performed, ...status } = ecog('2024-02-01');
const log = [
  { type: 'CaseOpened', data: { format: 'tumor-board-case/1', reference: 'F-1', patient } },
  { type, data: { id: '#1', ...reported } },
  { type: performed, data: { id: '#2', ...status } },
].map((event, index) => ({
  ...event,
  streamId: caseStream(caseId),
  streamVersion: index + 1,
})) as unknown as (RecordedEvent & CaseEvent)[];

function given() {
  let reads = 0;
  const eventStore = {
    read: (_stream: string, { upTo = log.length }: { readonly upTo?: number } = {}) => {
      reads += 1;
      return Promise.resolve(log.slice(0, upTo));
    },
  };
  return { cases: new FoldedCases({ eventStore, knowledge }), reads: () => reads };
}
const events = (from: number, to: number): RecordedCase => log.slice(from, to);

describe('folded cases', () => {
  it('are folded and assessed once by all that share them', async () => {
    const { cases, reads } = given();
    const first = await cases.after(caseId, events(0, 2));
    const second = await cases.after(caseId, events(0, 2));
    expect(second).toBe(first);
    if (first.status === 'none') throw new Error('the case is open');
    expect(cases.assessed(caseId, first)).toBe(cases.assessed(caseId, first));
    expect(reads()).toBe(0);
  });

  it('are known before and after the last events, so that the second to fold them reads nothing', async () => {
    const { cases, reads } = given();
    await cases.after(caseId, events(0, 1));
    const after = await cases.after(caseId, events(1, 3));
    expect((await cases.before(caseId, events(1, 3))).version).toBe(1);
    expect(after).toEqual(foldCase(log));
    expect(reads()).toBe(0);
  });

  it('are read when they are not among those that are kept, or stand elsewhere', async () => {
    const { cases, reads } = given();
    expect(await cases.after(caseId, events(2, 3))).toEqual(foldCase(log));
    expect(reads()).toBe(1);
    expect(await cases.before(caseId, events(1, 2))).toEqual(foldCase(log.slice(0, 1)));
    expect(reads()).toBe(2);
  });

  it('are assessed anew when another fact has come', async () => {
    const { cases } = given();
    const [one, two] = [await cases.after(caseId, events(0, 2)), await cases.after(caseId, events(2, 3))];
    if (one.status === 'none' || two.status === 'none') throw new Error('the case is open');
    expect(cases.assessed(caseId, two).fingerprint).not.toBe(cases.assessed(caseId, one).fingerprint);
  });
});
