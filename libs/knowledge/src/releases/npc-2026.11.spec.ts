import { describe, expect, it } from 'vitest';
import { assess } from '../assess.js';
import { isEvidenceId } from '../evidence/register.js';
import { headlineOf } from '../headline.js';
import { baseline, cycles, lungLesion, recordOf, scan, systemic } from '../pathway/pathway.fixture.js';
import { sitePolicy } from '../policy.js';
import { knowledgeRelease } from './catalogue.js';

const [review, current] = [knowledgeRelease('npc-2023.08'), knowledgeRelease('npc-2026.11')];
const under = (release: typeof review, ...facts: Parameters<typeof recordOf>[0]) => assess(recordOf(facts), release, sitePolicy());
const widespread = baseline({ lesions: [lungLesion({ count: 7 })] });
const responded = [...widespread, systemic(), cycles('2025-04-14', 4), scan('2025-04-15', 20)];

describe('release npc-2026.11', () => {
  it('reads TNM-9 first', () => {
    expect(headlineOf(under(review, ...baseline()))['stage']).toBe('IVB (TNM-8)');
    expect(headlineOf(under(current, ...baseline()))['stage']).toBe('IVA (TNM-9)');
  });

  it('cites the final analysis of JUPITER-02 where the review cited the interim one', () => {
    expect(under(review, ...widespread).nextStep.evidence).not.toContain('jupiter-02-final');
    expect(under(current, ...widespread).nextStep.evidence).toContain('jupiter-02-final');
  });

  it('names penpulimab with carboplatin where cisplatin is blocked in a non-keratinising tumour', () => {
    const titles = (changes: Parameters<typeof baseline>[0]) =>
      under(current, ...baseline({ lesions: [lungLesion({ count: 7 })], ...changes })).nextStep.alternatives.map(({ title }) => title);
    const unfit = { creatinineClearanceMlMin: 40 };
    expect(titles({ fitness: unfit })).toContain('Penpulimab with gemcitabine and carboplatin (non-keratinising)');
    expect(titles({})).not.toContain('Penpulimab with gemcitabine and carboplatin (non-keratinising)');
    expect(titles({ fitness: unfit, histology: { histology: 'keratinising' } })).not.toContain(
      'Penpulimab with gemcitabine and carboplatin (non-keratinising)',
    );
  });

  it('says that locoregional radiotherapy after chemo-immunotherapy is unsettled, and still proposes it', () => {
    const { nextStep } = under(current, ...responded);
    expect(nextStep.code).toBe('locoregional-rt');
    expect(nextStep.because.find((reason) => reason.rule === 'P24/after-anti-pd-1')?.evidence).toContain('nct07235319');
    const withoutPd1 = responded.map((fact) =>
      fact.type === 'SystemicTherapyStarted' ? { ...fact, agents: ['gemcitabine', 'cisplatin'] } : fact,
    );
    expect(under(current, ...withoutPd1).nextStep.because.some((reason) => reason.rule === 'P24/after-anti-pd-1')).toBe(false);
  });

  it('cites only sources that the register holds', () => {
    const cited = [...current.pathway.flatMap((rule) => rule.evidence), ...under(current, ...responded).nextStep.evidence];
    expect(cited.filter((id) => !isEvidenceId(id))).toEqual([]);
  });
});
