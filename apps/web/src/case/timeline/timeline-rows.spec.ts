import type { IdentifiedFact } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { timelineModel } from './timeline-model.js';
import { timelineRows } from './timeline-rows.js';

const rowsOf = (facts: readonly IdentifiedFact[], search = {}) =>
  timelineRows(timelineModel(facts, undefined, search)).map(({ on, what, value }) => [on, what, value]);

describe('the timeline as a table', () => {
  const facts: IdentifiedFact[] = [
    {
      type: 'EbvDnaMeasured',
      id: '1',
      on: '2025-01-01',
      result: 'quantified',
      value: 62000,
      unit: 'copies/mL',
      assay: 'A',
      specimen: 'plasma',
    },
    { type: 'SystemicTherapyStarted', id: '2', on: '2025-01-10', line: 1, regimen: 'GP', agents: ['gemcitabine'] },
    {
      type: 'EbvDnaMeasured',
      id: '3',
      on: '2025-02-01',
      knownOn: '2025-02-05',
      result: 'undetectable',
      limitOfDetection: 20,
      unit: 'copies/mL',
      assay: 'B',
      specimen: 'plasma',
    },
  ];

  it('says every value by day, a censored one with the limit that it lies below', () => {
    expect(rowsOf(facts)).toEqual([
      ['2025-01-01', 'EBV DNA, A, plasma', '62,000 copies/mL'],
      ['2025-01-10', 'Line 1', 'GP started'],
      ['2025-02-01', 'EBV DNA, B, plasma', 'undetectable, < 20 copies/mL'],
      ['2025-02-01', 'Measured in another way', 'A · plasma · copies/mL → B · plasma · copies/mL'],
    ]);
  });

  it('shows only what was true and known on the days asked for', () => {
    expect(rowsOf(facts, { validOn: '2025-01-05' })).toHaveLength(1);
    expect(rowsOf(facts, { knownOn: '2025-02-01' })).toHaveLength(2);
  });

  it('names new lesions, and those that are not certain', () => {
    const newLesion = { lesion: 'L1', organ: 'liver', mm: 12 };
    const scan: IdentifiedFact = {
      type: 'ResponseAssessed',
      id: '4',
      on: '2025-03-01',
      modality: 'CT',
      targets: [],
      nonTarget: 'none',
      newLesions: [
        { ...newLesion, unequivocal: true },
        { lesion: 'L2', organ: 'lung', unequivocal: false },
      ],
    };
    const rows = rowsOf([scan]).filter(([, what]) => what === 'New lesion');
    expect(rows.map(([, , value]) => value)).toEqual(['L1, liver, 12 mm', 'L2, lung, equivocal']);
  });

  it('says organs and flags by their words', () => {
    const model = timelineModel([], undefined, {});
    const lesion = {
      lesion: 'T1',
      organ: 'lymph-node',
      kind: 'node',
      points: [{ on: '2025-03-01', fact: '1', mm: 12, state: 'measured' }],
    } as const;
    const mark = { on: '2025-03-01', fact: '1', recist: 'PD', immune: null, flags: ['irradiated-target'] };
    const rows = timelineRows({ ...model, lesions: { ...model.lesions, lesions: [lesion], marks: [mark] } });
    expect(rows.map(({ what, value }) => [what, value])).toEqual([
      ['T1, lymph node', '12 mm'],
      ['Response', 'RECIST PD, irradiated target'],
    ]);
  });

  it('has adverse events with their grades', () => {
    const event: IdentifiedFact = {
      type: 'AdverseEventRecorded',
      id: '5',
      on: '2025-03-02',
      term: 'hepatitis',
      grade: 3,
      immuneRelated: true,
    };
    expect(rowsOf([event])).toEqual([['2025-03-02', 'Events', 'hepatitis G3']]);
  });
});
