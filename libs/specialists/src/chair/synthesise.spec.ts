import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../ledger/ledger.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import type { OpinionDiscipline } from '../opinion/discipline.js';
import type { Opinion } from '../opinion/opinion.js';
import { baseline, inputOf, lesion, responded, runOf } from '../panel.fixture.js';
import { opinionBy } from '../run/deliberate.js';
import { synthesise } from './synthesise.js';

const input = inputOf(responded());
const STEP = 'locoregional-rt';
const person = (discipline: OpinionDiscipline, ...drafts: Partial<Draft>[]): Opinion =>
  opinionBy(
    { kind: 'person', account: discipline },
    discipline,
    input.assessment.fingerprint,
    drafts.map((draft) => ({ stance: 'for', option: STEP, text: 'Irradiate.', facts: [], rule: 'P24', evidence: [], ...draft })),
  );
const chair = (...opinions: Opinion[]) => synthesise({ ledger: ledgerOf(opinions, input), options: input.options, absent: [] });
const weighed = (synthesis: ReturnType<typeof chair>, option = STEP) => synthesis.options.find((one) => one.option === option);

const PRO = person('radiation-oncology', {});
const CONTRA = person('surgery', { stance: 'against', text: 'Not before the lesion is out.' });
const GAP = person('medical-oncology', { stance: 'concern', text: 'No ECOG since May.', severity: 'data-gap' });
const VETO = person('pathology', {
  stance: 'against',
  text: 'Never with this.',
  rule: 'panel/pharmacy-safety/immune-event',
  severity: 'veto',
});

describe('the chair', () => {
  it('lets a veto outrank a data gap, a data gap outrank argument, and shows dissent as dissent', () => {
    expect(weighed(chair(PRO, CONTRA, GAP, VETO))?.position).toBe('vetoed');
    expect(weighed(chair(PRO, CONTRA, GAP))?.position).toBe('waits-for-data');
    expect(weighed(chair(PRO, CONTRA))?.position).toBe('dissent');
    expect(weighed(chair(PRO))?.position).toBe('supported');
    expect(weighed(chair(CONTRA))?.position).toBe('opposed');
    expect(weighed(chair())?.position).toBe('silent');
  });

  it('does not count voices: many for and one against is dissent, one veto against many is a veto', () => {
    const many = ['radiology', 'nuclear-medicine', 'medical-oncology', 'palliative-care', 'nursing'] as const;
    const choir = many.map((discipline) => person(discipline, {}));
    expect(weighed(chair(...choir, CONTRA))?.position).toBe('dissent');
    expect(weighed(chair(...choir, VETO))?.position).toBe('vetoed');
  });

  it('keeps dissent word for word, with who said it', () => {
    const [dissent] = chair(PRO, CONTRA).dissent;
    expect(dissent?.against).toEqual([
      { claim: CONTRA.claims[0]?.id, discipline: 'surgery', author: 'person', text: 'Not before the lesion is out.' },
    ]);
    expect(dissent?.for.map(({ text }) => text)).toEqual(['Irradiate.']);
  });

  it('does not call it dissent when somebody only says what must be known first', () => {
    const notYet = person('surgery', { stance: 'against', text: 'Not before the toxicity is known.', severity: 'data-gap' });
    expect(chair(PRO, notYet)).toMatchObject({ dissent: [] });
    expect(weighed(chair(PRO, notYet))?.position).toBe('waits-for-data');
  });

  it('asks the board what to do about dissent, a veto and a gap, and decides nothing', () => {
    const { openQuestions } = chair(PRO, CONTRA, GAP, VETO);
    const texts = openQuestions.map(({ text }) => text).join('\n');
    expect(texts).toMatch(/Does the veto on .* stand\? Never with this\./);
    expect(texts).toMatch(/Can .* wait until this is known\? No ECOG since May\./);
    expect(texts).toMatch(/Which side weighs more on .*“Irradiate\.”.*“Not before the lesion is out\.”/);
    for (const { text } of openQuestions) expect(text).toContain('?');
  });

  it('does not hear what was struck', () => {
    const struck = person('surgery', { stance: 'against', facts: ['nobody'] });
    expect(weighed(chair(PRO, struck))).toMatchObject({ position: 'supported', against: [] });
  });

  it('merges requests for one item and names everybody who asked', () => {
    const ask = { stance: 'request', option: WHOLE_CASE, item: 'recovery of toxicity to grade 1 or less', text: 'Please.' } as const;
    const { dataGaps } = chair(person('radiology', ask), person('nursing', ask));
    expect(dataGaps.map(({ text, claims }) => [text, claims.length])).toEqual([
      ['Missing: recovery of toxicity to grade 1 or less. Asked for by Radiology (person) and nursing (person).', 2],
    ]);
  });

  it('has every word from a claim or from its own fixed frame', () => {
    const { synthesis, ledger } = runOf(responded());
    const spoken = ledger.entries.map(({ claim }) => claim.text);
    for (const { text, claims } of [...synthesis.vetoes, ...synthesis.openQuestions]) {
      const own = ledger.entries.filter(({ claim }) => claims.includes(claim.id)).map(({ claim }) => claim.text);
      expect(
        own.some((words) => text.includes(words)),
        text,
      ).toBe(true);
      expect(spoken).toEqual(expect.arrayContaining(own));
    }
  });

  it('shows the veto of a guard on its own option, and leaves the step without that agent alone', () => {
    const { synthesis } = runOf(baseline({ lesions: [lesion({ count: 7 })], fitness: { creatinineClearanceMlMin: 42 } }));
    expect(synthesis.vetoes.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Veto on “cisplatin”\. Pharmacy and safety: .*42 mL\/min/),
    ]);
    expect(synthesis.options.find(({ option }) => option === 'cisplatin')?.position).toBe('vetoed');
    expect(synthesis.options[0]).toMatchObject({ option: 'start-systemic', position: 'supported' });
  });

  it('shows who is absent as absent', () => {
    const { synthesis, opinions } = runOf(responded(), {}, ['radiology', 'red-team']);
    expect(synthesis.absent).toEqual(['radiology', 'red-team']);
    expect(opinions.find(({ discipline }) => discipline === 'radiology')).toMatchObject({ status: 'absent', claims: [] });
  });
});
