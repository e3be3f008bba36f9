import { describe, expect, it } from 'vitest';
import { baseline, cycles, lesion, nasopharynx, progressed, responded, sayings, scan, systemic } from '../panel.fixture.js';

const radiology = (...given: Parameters<typeof sayings> extends [unknown, ...infer Rest] ? Rest : never) => sayings('radiology', ...given);
const node = { lesion: 'N', organ: 'regional-node', kind: 'node' as const, state: 'measured' as const, mm: 12 };

describe('radiology', () => {
  it('doubts targets below 10 mm, nodes below 15 mm and more than two in one organ', () => {
    const lungs = ['A', 'B', 'C'].map((id) => ({
      lesion: id,
      organ: 'lung',
      kind: 'non-nodal' as const,
      state: 'measured' as const,
      mm: 12,
    }));
    const said = radiology(baseline({ targets: [nasopharynx(9), node, ...lungs] }));
    expect(said.find('concern', /NP \(9 mm at baseline\) is below the measurable 10 mm/)?.rule).toBe('panel/radiology/measurable');
    expect(said.find('concern', /N \(12 mm at baseline\) is below the measurable 15 mm short axis/)).toBeDefined();
    expect(said.find('concern', /3 targets in one organ \(lung\)/)?.rule).toBe('panel/radiology/target-count');
  });

  it('doubts a baseline of more than 4 weeks, and none of 4 weeks', () => {
    expect(radiology([...baseline(), systemic('2025-02-05')]).says(/measured 29 days before therapy started/)).toBe(true);
    expect(radiology([...baseline(), systemic('2025-02-04')]).says(/days before therapy started/)).toBe(false);
  });

  it('keeps an equivocal lesion equivocal, names what turns on it and asks for its nature', () => {
    const said = radiology(baseline({ lesions: [lesion(), lesion({ id: 'M2', organ: 'liver', certainty: 'equivocal' })] }));
    expect(said.find('concern', /M2 \(liver, 15 mm\) is equivocal: it counts as none or 1; classes not settled: .*SHEN15/)).toBeDefined();
    expect(said.find('request', /nature of the equivocal lesion M2/i)?.severity).toBe('data-gap');
    expect(said.says(/M1 .*equivocal/)).toBe(false);
  });

  it('says of an inexact count whether the minimum settles the limit of the site', () => {
    const inexact = (count: number) => radiology(baseline({ lesions: [lesion({ count, countIsExact: false })] }));
    expect(inexact(6).says(/at least 6 lesions, not counted exactly; more than the site's limit of 5/)).toBe(true);
    expect(inexact(3).says(/at least 3 lesions, not counted exactly; the site's limit is 5, so the count decides/)).toBe(true);
    expect(inexact(3).find('request', /exact number of lesions/i)).toBeDefined();
  });

  it('reads the scan with its arithmetic, for a step that rests on response', () => {
    const claim = radiology(responded()).find('for', /sum 20 mm, baseline 40 mm \(−50 %\).*PR \(iPR\)/);
    expect(claim).toMatchObject({ option: 'locoregional-rt', rule: 'RECIST 1.1', facts: ['scan-2025-05-20', 'baseline'] });
  });

  it('says what the next scan should answer, in millimetres', () => {
    const said = radiology([...baseline({ targets: [nasopharynx(100)] }), systemic(), cycles('2025-03-20', 3), scan('2025-03-20', 70)]);
    expect(said.says(/at most 70 mm is PR \(baseline 100 mm\) and one of at least 84 mm is PD \(smallest 70 mm\)/)).toBe(true);
  });

  it('says that progression outranks a sum that is still far below the baseline', () => {
    const said = radiology([...baseline({ targets: [nasopharynx(100)] }), systemic(), cycles('2025-03-20', 3), scan('2025-03-20', 40)]);
    expect(said.says(/at least 48 mm is PD \(smallest 40 mm\), also where it is still 30 % below the baseline of 100 mm/)).toBe(true);
  });

  it('gives the window in which an unconfirmed progression is confirmed', () => {
    const said = radiology([...baseline(), systemic(), cycles('2025-03-20', 3), scan('2025-03-20', 60)]);
    expect(said.find('concern', /from 2025-04-17 to 2025-05-15, must answer/)).toMatchObject({ option: 'confirm-progression' });
  });

  const SUM = 'further growth of the targets of 5 mm or more in sum';
  const OTHER = 'unequivocal progression of non-target disease';
  it.each([
    ['targets', 60, {}, `${SUM}, ${OTHER} or a new lesion confirms progression.`],
    [
      'non-target disease',
      20,
      { nonTarget: 'PD' },
      'any further growth of non-target disease, progression of the targets or a new lesion confirms progression.',
    ],
    [
      'a new lesion',
      40,
      { newLesions: [{ lesion: 'L1', organ: 'liver', unequivocal: true, mm: 12 }] },
      `growth of the new lesion (of 5 mm or more where measurable, else any), another new lesion, progression of the targets or ${OTHER} confirms progression.`,
    ],
  ] as const)('says what confirms a progression of %s', (_, mm, changes, words) => {
    const said = radiology([...baseline(), systemic(), cycles('2025-03-20', 3), scan('2025-03-20', mm, changes as object)]);
    expect(said.find('concern', /must answer/)?.text).toBe(`The next scan, from 2025-04-17 to 2025-05-15, must answer: ${words}`);
  });

  it('raises a reported category that the measurements do not give', () => {
    const said = radiology([...baseline(), systemic(), scan('2025-03-20', 39, { reported: 'PR' })]);
    expect(said.find('concern', /reported on 2025-03-20 is PR; computed from the measurements: SD/)?.rule).toBe('panel/radiology/reported');
  });

  it('does not read an equivocal new lesion as progression', () => {
    const said = radiology([
      ...baseline(),
      systemic(),
      scan('2025-03-20', 20, { newLesions: [{ lesion: 'L1', organ: 'bone', mm: 9, unequivocal: false }] }),
    ]);
    expect(said.says(/L1 \(bone, 9 mm\), not unequivocal and not read as progression/)).toBe(true);
    expect(said.claims.some(({ text }) => text.includes('PD:'))).toBe(false);
  });

  it('says that disease without targets can never be a partial response', () => {
    const said = radiology(baseline({ targets: [], lesions: [lesion({ organ: 'bone', boneType: 'sclerotic' })] }));
    expect(said.says(/No measurable target at baseline: a partial response cannot be read/)).toBe(true);
    expect(radiology(baseline()).says(/No measurable target/)).toBe(false);
  });

  it('argues from progression for a change, and never for a dose or a drug', () => {
    const said = radiology(progressed());
    expect(said.find('for', /PD: targets grew/)).toMatchObject({ option: 'change-systemic' });
    expect(said.says(/Gy|mg|cisplatin/)).toBe(false);
  });

  it('asks for a chart and a baseline that are not there', () => {
    expect(radiology(baseline({ lesions: null, targets: null })).missing).toEqual(
      expect.arrayContaining(['chart of the metastases', 'baseline measurements of the targets']),
    );
  });
});
