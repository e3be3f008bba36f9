import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { knowledgeRelease, sitePolicy } from '@tumor-board/knowledge';
import { parseCaseFile } from '@tumor-board/oncology';
import { deliberate, PANEL, panelInput, panelRunSchema, replay } from '@tumor-board/specialists';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../../apps/cli/examples');
const references = readdirSync(folder).flatMap((file) => /^(.*)\.case\.json$/.exec(file)?.[1] ?? []);
const inputOf = (reference: string) =>
  panelInput(
    parseCaseFile(JSON.parse(readFileSync(path.join(folder, `${reference}.case.json`), 'utf8'))),
    knowledgeRelease('npc-2023.08'),
    sitePolicy(),
  );
const runs = new Map(references.map((reference) => [reference, deliberate(inputOf(reference))]));
const runOf = (reference: string) => {
  const run = runs.get(reference);
  if (run === undefined) throw new Error(`no example ${reference}`);
  return run;
};
const textsOf = (discipline: string): string[] =>
  [...runs.values()].flatMap(({ opinions }) =>
    opinions.flatMap((one) => (one.discipline === discipline ? one.claims.map(({ text }) => text) : [])),
  );

describe.each(references)('the panel on example case %s', (reference) => {
  const run = runOf(reference);

  it('has no claim struck, and can be stored and replayed', () => {
    expect(run.ledger.struck).toBe(0);
    expect(panelRunSchema.parse(JSON.parse(JSON.stringify(run)))).toEqual(run);
    expect(replay(run, inputOf(reference))).toBe('same');
  });

  it('weighs every option of the next step and makes a statement of the proposed one', () => {
    const [proposal] = run.synthesis.options;
    expect(proposal?.kind).toBe('proposed');
    expect(proposal?.statement?.claims.length).toBeGreaterThan(0);
  });

  it('says each thing in sentences that fit a slide', () => {
    for (const { claim } of run.ledger.entries) {
      expect(claim.text.length, claim.text).toBeLessThan(700);
      expect(claim.text).toMatch(/^([A-Z0-9]|medifind-).*[.?)]$/);
    }
  });
});

describe('the disciplines over all examples', () => {
  it.each(PANEL)('%s has something to say', (discipline) => {
    expect(textsOf(discipline).length).toBeGreaterThan(0);
  });

  it.each(PANEL.flatMap((one, index) => PANEL.slice(index + 1).map((other) => [one, other] as const)))(
    '%s and %s say different things',
    (one, other) => {
      const said = new Set(textsOf(one));
      // Two disciplines may ask for the same item; each says why it needs it.
      expect(textsOf(other).filter((text) => said.has(text))).toEqual([]);
    },
  );
});

const saying = (reference: string, discipline: string): string =>
  runOf(reference)
    .opinions.flatMap((one) => (one.discipline === discipline ? one.claims.map(({ text }) => text) : []))
    .join('\n');

describe('what a reader of the examples would expect', () => {
  it.each([
    ['V01', 'surgery-intervention', /M1 \(lung, 14 mm\).*77\.1 months/],
    ['V03', 'red-team', /3 lesions charted: one more or one fewer crosses the limit of 3/],
    ['V04', 'radiation-oncology', /hazard ratio 0\.42/],
    ['V04', 'pathology-virology', /Half-life exactly 7\.00 d/],
    ['V07', 'red-team', /exactly 62,000 copies\/mL to no group/],
    ['V10', 'pathology-virology', /^Baseline EBV DNA/m],
    ['V13', 'radiology', /at most 70 mm is PR.*at least 84 mm is PD/],
    ['V15', 'radiology', /from 2024-10-18 to 2024-11-15/],
    ['V17', 'radiation-oncology', /No aggressive radiotherapy after progression/],
    ['V19', 'surgery-intervention', /55 mm: larger than 50 mm/],
    ['V20', 'pharmacy-safety', /creatinine clearance 42 mL\/min \(limit: below 50\)/i],
    ['V20', 'clinical-trials', /not for this patient, it takes an anti-PD-1 agent/],
    ['V22', 'pathology-virology', /EBV DNA rebound: 1,900 copies\/mL/],
    ['V24', 'pathology-virology', /EBER negative\. EBV DNA says nothing about this tumour/],
  ])('%s: %s', (reference, discipline, words) => {
    expect(saying(reference, discipline)).toMatch(words);
  });

  it('vetoes cisplatin and anti-PD-1 in the patient with a transplant and impaired kidneys, and nothing in the fit one', () => {
    const vetoed = (reference: string) =>
      runOf(reference).synthesis.options.flatMap(({ option, position }) => (position === 'vetoed' ? [option] : []));
    expect([vetoed('V20'), vetoed('V01')]).toEqual([['cisplatin', 'anti-PD-1'], []]);
  });
});
