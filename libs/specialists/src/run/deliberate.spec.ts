import { canonicalJson } from '@tumor-board/kernel';
import { describe, expect, it } from 'vitest';
import { PANEL, SPECIALTIES } from '../opinion/discipline.js';
import { baseline, inputOf, responded } from '../panel.fixture.js';
import { conclude, deliberate, opinionBy, redTeamOpinion, replay, specialistOpinion } from './deliberate.js';
import { digestOfRun, panelRunSchema } from './panel-run.js';

const input = inputOf(responded());
const run = deliberate(input);
const person = opinionBy({ kind: 'person', account: 'account:1' }, 'surgery', input.assessment.fingerprint, [
  { stance: 'against', option: 'locoregional-rt', text: 'The lesion first.', facts: ['chart'], rule: 'P19', evidence: [] },
]);

describe('a deliberation', () => {
  it('pins its inputs, the release and the versions of all who spoke', () => {
    expect(run.inputs).toMatchObject({
      fingerprint: input.assessment.fingerprint,
      asOf: '2025-05-20',
      release: 'npc-2026.11',
      releaseHash: input.release.contentHash,
    });
    expect(Object.keys(run.versions.agents)).toEqual([...PANEL]);
    expect(run.digest).toBe(digestOfRun(run));
  });

  it('hears the specialists in a fixed order, then the red team, then people', () => {
    const { opinions } = deliberate(input, { others: [person] });
    expect(opinions.map(({ discipline }) => discipline)).toEqual([...PANEL, 'surgery']);
  });

  it('comes to the same when the opinions were given apart and arrived in another order', () => {
    const first = SPECIALTIES.map((discipline) => specialistOpinion(discipline, input));
    const apart = conclude(input, [redTeamOpinion(input, [...first].reverse()), ...[...first].reverse()]);
    expect(canonicalJson(apart)).toBe(canonicalJson(run));
  });

  it('takes a discipline whose opinion did not come for absent', () => {
    const first = SPECIALTIES.filter((discipline) => discipline !== 'radiology').map((discipline) => specialistOpinion(discipline, input));
    expect(canonicalJson(conclude(input, [...first, redTeamOpinion(input, first)]))).toBe(
      canonicalJson(deliberate(input, { absent: ['radiology'] })),
    );
  });

  it('puts the opinion of a person into the same ledger', () => {
    const { ledger, synthesis } = deliberate(input, { others: [person] });
    expect(ledger.entries.at(-1)).toMatchObject({ author: { kind: 'person' }, standing: 'admitted' });
    expect(synthesis.dissent.map(({ option }) => option)).toContain('locoregional-rt');
  });

  it('survives storage as JSON', () => {
    expect(panelRunSchema.parse(JSON.parse(JSON.stringify(run)))).toEqual(run);
  });

  it('does not parse with a statement that has no claim', () => {
    const empty = { ...run, synthesis: { ...run.synthesis, openQuestions: [{ text: 'Trust me.', claims: [] }] } };
    expect(panelRunSchema.safeParse(empty).success).toBe(false);
  });
});

describe('a replay', () => {
  it('gives the same bytes, with the absent absent and the people heard', () => {
    expect(replay(run, input)).toBe('same');
    expect(replay(deliberate(input, { absent: ['clinical-trials'], others: [person] }), input)).toBe('same');
  });

  it('says when the case, or who speaks, is another', () => {
    expect(replay(run, inputOf(baseline()))).toBe('other-inputs');
    expect(replay({ ...run, versions: { ...run.versions, chair: '0' } }, input)).toBe('other-versions');
  });

  it('finds a word that was changed in the record', () => {
    const [first, ...rest] = run.opinions;
    if (first === undefined) throw new Error('no opinion');
    const changed = {
      ...run,
      opinions: [{ ...first, claims: first.claims.map((claim) => ({ ...claim, text: `${claim.text} Really.` })) }, ...rest],
    };
    expect(replay(changed, input)).toBe('differs');
  });
});
