import { describe, expect, it } from 'vitest';
import { baseline, event, lesion, progressed, responded, sayings } from '../panel.fixture.js';
import { panelRule } from '../rules/panel-rules.js';

const palliative = (facts: Parameters<typeof sayings>[1]) => sayings('palliative-supportive', facts);
const many = { lesions: [lesion({ count: 7 })] };

describe('palliative and supportive care', () => {
  it.each([
    [0, 'for', 'start-systemic', /fit enough/],
    [1, 'for', 'start-systemic', /fit enough/],
    [2, 'concern', 'start-systemic', /individualise/],
    [4, 'for', 'supportive-care', /comfort, symptoms and family/],
  ] as const)('ECOG %s', (ecog, stance, option, words) => {
    expect(palliative(baseline({ ...many, ecog })).find(stance, words)?.option).toBe(option);
  });

  it('is against radical radiotherapy at ECOG 2 by a rule of the product, no trial', () => {
    const against = palliative(responded({ ecog: 2 })).find('against', /ECOG 2 .* radical radiotherapy asks for ECOG 0 to 1/);
    expect(against).toMatchObject({ option: 'locoregional-rt', evidence: [] });
    expect(panelRule(against?.rule ?? '')).toMatchObject({ source: 'product rule', evidence: ['product-rule'] });
    expect(palliative(responded({ ecog: 1 })).find('for', /fit enough for radical radiotherapy/)?.evidence).toEqual([]);
  });

  it('makes what the patient declines a veto, each on its own option', () => {
    const said = palliative(baseline({ ...many, declines: ['cisplatin', 'immunotherapy'] }));
    expect(said.claims.filter(({ severity }) => severity === 'veto').map(({ option, facts, rule }) => ({ option, facts, rule }))).toEqual([
      { option: 'cisplatin', facts: ['wish'], rule: 'preference' },
      { option: 'anti-PD-1', facts: ['wish'], rule: 'preference' },
    ]);
  });

  it('makes no veto of a patient who declines nothing, and asks when nothing is on record', () => {
    expect(palliative(baseline(many)).claims.filter(({ severity }) => severity === 'veto')).toEqual([]);
    expect(palliative(baseline(many)).missing).not.toContain('what the patient wants');
    expect(palliative(baseline({ ...many, declines: null })).missing).toContain('what the patient wants');
  });

  it('hands a wish that no rule can read to a person, without repeating it', () => {
    const said = palliative(baseline({ ...many, declines: ['travelling to the capital'] }));
    expect(said.says(/1 wish on record \(2025-01-06\) that no rule can read/)).toBe(true);
    expect(said.says(/capital/)).toBe(false);
    const beside = palliative(baseline({ ...many, declines: ['cisplatin', 'travelling to the capital', 'hospital stays'] }));
    expect(beside.says(/2 wishes on record \(2025-01-06\) that no rule can read/)).toBe(true);
    expect(palliative(baseline({ ...many, declines: ['cisplatin', 'immunotherapy'] })).says(/no rule can read/)).toBe(false);
  });

  it('weighs toxicity that has not resolved, and takes none recorded for not known', () => {
    expect(palliative(responded({}, event('2025-05-01', 'fatigue', 2))).find('concern', /fatigue grade 2 \(2025-05-01\)/)?.facts).toEqual([
      'event-fatigue',
    ]);
    expect(palliative(responded({}, event('2025-05-01', 'fatigue', 2, { resolvedToGrade: 1 }))).says(/Burden now/)).toBe(false);
    expect(palliative(responded()).missing).toContain('toxicity so far');
    expect(palliative(responded({}, event('2025-05-01', 'fatigue', 1))).missing).not.toContain('toxicity so far');
  });

  it('lets an emergency not wait for the meeting', () => {
    expect(palliative(responded({}, event('2025-05-21', 'spinal cord compression', 3))).says(/Emergency: spinal cord compression/)).toBe(
      true,
    );
  });

  it.each([
    ['airway obstruction', 2, true],
    ['Stridor', 1, true],
    ['upper airway infection', 2, false],
    ['epistaxis', 3, true],
    ['epistaxis', 2, false],
    ['nasopharyngeal haemorrhage', 4, true],
    ['tumor hemorrhage', 3, true],
    ['intracranial hemorrhage', 2, true],
    ['raised intracranial pressure', 1, true],
    ['disc herniation', 3, false],
  ] as const)('%s of grade %s is an emergency: %s', (term, grade, is) => {
    expect(palliative(responded({}, event('2025-05-21', term, grade))).says(new RegExp(`Emergency: ${term}`))).toBe(is);
  });

  it('comes in at progression, not at response', () => {
    expect(palliative(progressed()).says(/Progression on 2025-04-20: palliative care sees the patient now/)).toBe(true);
    expect(palliative(responded()).says(/palliative care sees the patient/)).toBe(false);
  });

  it('arranges support before radiotherapy of head and neck', () => {
    const said = palliative(responded());
    expect(said.find('concern', /Nutrition, swallowing and teeth/)?.option).toBe('locoregional-rt');
    expect(said.missing).toContain('weight, swallowing and dental status');
    expect(palliative(baseline(many)).missing).not.toContain('weight, swallowing and dental status');
  });

  it('says of a patient who has died that no step is proposed, and asks for nothing', () => {
    const said = palliative([...baseline(many), { type: 'DeathRecorded', id: 'death', on: '2025-02-01' }]);
    expect(said.claims.map(({ text }) => text)).toEqual(['The patient died on 2025-02-01: no step is proposed.']);
    expect(said.missing).toEqual([]);
  });
});
