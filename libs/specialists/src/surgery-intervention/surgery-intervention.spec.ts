import { describe, expect, it } from 'vitest';
import { baseline, lesion, radiotherapy, responded, sayings, scan, systemic } from '../panel.fixture.js';

const surgery = (...given: Parameters<typeof sayings> extends [unknown, ...infer Rest] ? Rest : never) =>
  sayings('surgery-intervention', ...given);

describe('surgery and intervention', () => {
  it('argues for ablation of a small lung lesion with the series of the lung, not of the liver', () => {
    const claim = surgery(baseline()).find('for', /M1 \(lung, 15 mm\).*1 lesion of at most 2.*77.1 months/);
    expect(claim).toMatchObject({ option: 'ablate-upfront', rule: 'P09', evidence: ['table-6/pan-2012', 'table-6/ma-2010'] });
  });

  it('gives both sides of the time: before systemic therapy, or after one or two cycles', () => {
    expect(surgery(baseline()).find('for', /One or two cycles first/)?.option).toBe(
      'Start systemic therapy first and ablate after one or two cycles',
    );
  });

  it.each([
    [50, false],
    [50.5, true],
  ])('a lesion of %s mm is too large: %s', (sizeMm, large) => {
    const said = surgery(baseline({ lesions: [lesion({ sizeMm })] }));
    expect(said.find('against', /larger than 50 mm/)?.option).toBe(large ? 'upfront ablation' : undefined);
  });

  it('doubts ablating bone-only disease beside systemic therapy, with what its two series show', () => {
    const said = surgery(baseline({ lesions: [lesion({ organ: 'bone', boneType: 'lytic' })] }));
    expect(said.find('against', /Bone only/)).toBeUndefined();
    expect(said.find('concern', /Bone only .*one series found no significant gain .*, another a gain\..*2\.60?/)?.evidence).toEqual([
      'table-6/lin-2022',
      'table-6/li-2020',
    ]);
  });

  it('prefers liver and lung to other organs', () => {
    const said = surgery(baseline({ lesions: [lesion(), lesion({ id: 'M2', organ: 'distant-node' })] }));
    expect(said.find('concern', /M2 \(distant-node\) outside liver and lung/)).toBeDefined();
  });

  it('holds the number against the limit of the site', () => {
    const three = { lesions: [lesion({ count: 3 })] };
    expect(surgery(baseline(three)).says(/3 lesions, above the site's limit of 2/)).toBe(true);
    expect(surgery(baseline(three), { upfrontAblationMax: 3 }).says(/above the site's limit/)).toBe(false);
  });

  it('leaves local therapy above the limit of the site open after a response, as the review does', () => {
    const said = surgery([...responded({ lesions: [lesion({ count: 7 })] }), radiotherapy('2025-07-01')]);
    const words = /7 untreated lesions, above the site's limit of 5: .*recommended only after CR or PR, .*possible, not shown/;
    expect(said.find('concern', words)).toMatchObject({
      option: expect.stringMatching(/^Local therapy to the metastases/),
      evidence: ['text/liao-2021-many', 'liu-2023'],
    });
    expect(said.missing.some((item) => item.startsWith('ablation feasibility'))).toBe(true);
    expect(said.says(/not supported/)).toBe(false);
  });

  it('cannot judge a lesion without a size', () => {
    const { sizeMm: _, ...unsized } = lesion();
    expect(surgery(baseline({ lesions: [unsized] })).find('concern', /Size of M1 not on record/)?.severity).toBe('data-gap');
  });

  it('wants a doubtful lesion proven before it is destroyed', () => {
    expect(
      surgery(baseline({ lesions: [lesion({ certainty: 'probable' })] })).says(/M1 \(probable\): biopsy before any local therapy/),
    ).toBe(true);
    expect(surgery(baseline()).says(/biopsy/)).toBe(false);
  });

  it('asks for feasibility where local therapy is in play, and not elsewhere', () => {
    const item = 'ablation feasibility (interventional radiology, surgery or stereotactic radiotherapy)';
    expect(surgery(baseline()).missing).toContain(item);
    expect(surgery(baseline({ lesions: [lesion({ count: 9 })] })).missing).not.toContain(item);
  });

  it('argues for consolidation after radiotherapy, and only raises doubt in bone-only disease', () => {
    const consolidated = [...responded(), radiotherapy('2025-07-01')];
    expect(surgery(consolidated).find('for', /Left untreated: M1 \(lung, 15 mm\)/)).toMatchObject({
      option: 'consolidate-metastases',
      rule: 'P19',
    });
    const bone = surgery([...responded({ lesions: [lesion({ organ: 'bone' })] }), radiotherapy('2025-07-01')]);
    expect(bone.claims.filter(({ stance, option }) => stance === 'for' && option === 'consolidate-metastases')).toEqual([]);
    expect(bone.find('for', /Sun 2019 and Lin 2022 found no significant gain/)?.option).toMatch(/^Maintenance without local therapy/);
  });

  it('counts a lesion that was ablated as treated, and no longer as one to ablate', () => {
    const said = surgery([...baseline(), { type: 'LocalTherapyDelivered', id: 'rfa', on: '2025-01-20', modality: 'rfa', lesions: ['M1'] }]);
    expect(said.find('concern', /M1 by rfa on 2025-01-20/)?.facts).toEqual(['rfa']);
    expect(said.says(/M1 \(lung/)).toBe(false);
  });

  it('has no series for a single new site, and says so', () => {
    const facts = [
      ...baseline(),
      systemic('2025-01-13', { agents: ['gemcitabine', 'cisplatin'] }),
      scan('2025-03-20', 20, { newLesions: [{ lesion: 'L', organ: 'liver', unequivocal: true }] }),
    ];
    expect(surgery(facts).find('concern', /1 new lesion \(liver\) while the targets respond.*no series covers it/)?.option).toMatch(
      /^Local therapy to the new site/,
    );
  });
});
