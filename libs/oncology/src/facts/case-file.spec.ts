import { isProblem } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import { parseCaseFile } from './case-file.js';

const head = { format: 'tumor-board-case/1', reference: 'A', patient: { ageYears: 50, sex: 'female' } };
const file = (...facts: unknown[]) => ({ ...head, facts });
const staging = { type: 'StagingRecorded', on: '2025-01-06', edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' };
const ebv = {
  type: 'EbvDnaMeasured',
  on: '2025-01-06',
  result: 'quantified',
  value: 1800,
  unit: 'copies/mL',
  assay: 'A',
  specimen: 'plasma',
};
const chart = (lesion: object) => ({
  type: 'MetastasesCharted',
  on: '2025-01-06',
  lesions: [{ id: 'M1', organ: 'lung', count: 1, countIsExact: true, certainty: 'definite', ...lesion }],
  organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
});
const target = (changes: object) => ({
  type: 'BaselineLesionsMeasured',
  on: '2025-01-06',
  modality: 'ct',
  nonTarget: 'none',
  targets: [{ lesion: 'NP', organ: 'nasopharynx', kind: 'non-nodal', state: 'measured', mm: 34, ...changes }],
});

function faults(input: unknown): string[] {
  try {
    parseCaseFile(input);
  } catch (error) {
    if (isProblem(error, 'case-file.invalid')) return error.faults.map((fault) => `${fault.path}: ${fault.message}`);
    throw error;
  }
  return [];
}

describe('a case file', () => {
  it('gives each fact an id by its place, unless it brings its own', () => {
    expect(parseCaseFile(file(staging, { ...ebv, id: 'blood' }, staging)).facts.map((fact) => fact.id)).toEqual(['#1', 'blood', '#3']);
  });

  it('names a text that nothing can keep', () => {
    expect(faults(file({ ...ebv, assay: 'A\0' }))).toEqual(['facts[0].assay: expected a text without U+0000 and without half characters']);
    expect(faults(file({ ...ebv, assay: '\udc00' }))).toHaveLength(1);
    expect(faults(file({ ...ebv, assay: '鼻 😀' }))).toEqual([]);
  });

  it('has at most 2000 facts', () => {
    const many = Array.from({ length: 2001 }, () => staging);
    expect(parseCaseFile(file(...many.slice(1))).facts).toHaveLength(2000);
    expect(faults(file(...many))).toEqual(['facts: expected at most 2000 facts']);
  });

  it.each<[string, unknown, string]>([
    ['N2b, which nasopharynx does not have', file({ ...staging, n: 'N2b' }), 'facts[0].n'],
    ['M1a in TNM-8', file({ ...staging, m: 'M1a' }), 'facts[0].m'],
    ['T5', file({ ...staging, t: 'T5' }), 'facts[0].t'],
    ['an edition that does not exist', file({ ...staging, edition: 'TNM-7' }), 'facts[0].edition'],
    ['a value without unit', file({ ...ebv, unit: undefined }), 'facts[0].unit'],
    ['a quantified result without value', file({ ...ebv, value: undefined }), 'facts[0].value'],
    ['a value of zero as quantified', file({ ...ebv, value: 0 }), 'facts[0].value'],
    ['an undetectable result with a value', file({ ...ebv, result: 'undetectable' }), 'facts[0].value'],
    [
      'a limit of quantification below that of detection',
      file({ ...ebv, limitOfDetection: 20, limitOfQuantification: 10 }),
      'facts[0].limitOfQuantification',
    ],
    ['a negative size', file(chart({ sizeMm: -1 })), 'facts[0].lesions[0].sizeMm'],
    ['a negative target', file(target({ mm: -0.1 })), 'facts[0].targets[0].mm'],
    ['a measured target without size', file(target({ mm: undefined })), 'facts[0].targets[0].mm'],
    ['an absent target with a size', file(target({ state: 'absent' })), 'facts[0].targets[0].mm'],
    ['no lesions in a group', file(chart({ count: 0 })), 'facts[0].lesions[0].count'],
    ['a bone type of a lung lesion', file(chart({ boneType: 'lytic' })), 'facts[0].lesions[0].boneType'],
    ['a date in the future of knownOn', file({ ...staging, on: '2025-01-07', knownOn: '2025-01-06' }), 'facts[0].on'],
    ['a date that does not exist', file({ ...staging, on: '2025-02-30' }), 'facts[0].on'],
    ['ECOG 5', file({ type: 'PerformanceStatusRecorded', on: '2025-01-06', ecog: 5 }), 'facts[0].ecog'],
    ['a misspelt field', file({ ...ebv, limitOfDetektion: 20 }), 'facts[0].limitOfDetektion'],
    ['an unknown fact', file({ type: 'HoroscopeCast', on: '2025-01-06' }), 'facts[0].type'],
    ['another format', { ...file(), format: 'tumor-board-case/2' }, 'format'],
    ['no patient', { ...file(), patient: undefined }, 'patient'],
    [
      'a correction of nothing',
      file({ type: 'FactCorrected', on: '2025-01-06', corrects: 'x', reason: 'r', replacement: staging }),
      'facts[0].corrects',
    ],
    [
      'the retraction of a later fact',
      file({ type: 'FactRetracted', on: '2025-01-06', retracts: 's', reason: 'r' }, { ...staging, id: 's' }),
      'facts[0].retracts',
    ],
    [
      'a correction by another type',
      file({ ...staging, id: 's' }, { type: 'FactCorrected', on: '2025-01-06', corrects: 's', reason: 'r', replacement: ebv }),
      'facts[1].replacement.type',
    ],
    [
      'a second retraction',
      file(
        { ...staging, id: 's' },
        { type: 'FactRetracted', on: '2025-01-07', retracts: 's', reason: 'r' },
        { type: 'FactRetracted', on: '2025-01-08', retracts: 's', reason: 'r' },
      ),
      'facts[2].retracts',
    ],
    ['an id used twice', file({ ...staging, id: 's' }, { ...ebv, id: 's' }), 'facts[1].id'],
    ['a lesion charted twice', file({ ...chart({}), lesions: [chart({}).lesions[0], chart({}).lesions[0]] }), 'facts[0].lesions[1].id'],
    ['text in place of a file', 'hello', '(whole)'],
  ])('is refused for %s, naming the field', (_fault, input, path) => {
    expect(faults(input).map((fault) => fault.split(': ')[0])).toContain(path);
  });

  it('is refused with every fault, not only the first', () => {
    expect(faults(file({ ...staging, n: 'N2b', t: 'T9' }, { ...ebv, unit: 'mg' }))).toHaveLength(3);
  });

  it('says what was expected', () => {
    expect(faults(file({ ...staging, n: 'N2b' }))).toEqual([
      'facts[0].n: "N2b" is not a nasopharynx N category of TNM-8; expected NX, N0, N1, N2, N3',
    ]);
  });
});
