import { isProblem } from '@tumor-board/kernel';
import { M1_SUBDIVISIONS, M1_SYSTEMS } from '@tumor-board/oncology';
import { describe, expect, it } from 'vitest';
import { EBV_DNA_THRESHOLDS } from './ebv-dna-thresholds.js';
import type { Effect, Figure, HazardRatio } from './effect.js';
import type { EvidenceEntry } from './evidence-entry.js';
import { EVIDENCE_REGISTER, entriesOfSource, entriesOfSystem, evidenceDigest, evidenceEntry } from './evidence-register.js';
import { FURTHER_SOURCES } from './further-sources.js';
import { licenceOf } from './licence.js';
import { evidenceSource, isEvidenceId, REGISTER_SOURCES } from './register.js';
import { SOURCES } from './sources.js';
import { radiotherapyEffects, survivalEffects } from './subdivision-figures.js';
import { TABLE_2 } from './table-2-subdivisions.js';

const rowsOf = (table: number): EvidenceEntry[] => EVIDENCE_REGISTER.filter(({ place }) => place.in === 'table' && place.table === table);
const effects = EVIDENCE_REGISTER.flatMap((entry) =>
  entry.effects.map((effect) => ({ entry, effect, name: `${entry.id} ${effect.endpoint}` })),
);
const hazardRatios = effects.flatMap(({ entry, effect, name }) => (effect.measure === 'hazard ratio' ? [{ entry, effect, name }] : []));

describe('the evidence register', () => {
  it('is as it was sealed: a changed digit changes its digest', () => {
    expect(evidenceDigest()).toBe('a6caf736de3510bcd52f28b2ad1e9cb93fee9593da84972bc0c0af0636389a8a');
  });

  it.each([
    [2, 12],
    [3, 4],
    [4, 9],
    [5, 7],
    [6, 8],
    [7, 12],
  ])('holds table %i with its %i rows', (table, rows) => {
    expect(rowsOf(table).map(({ place }) => place.in === 'table' && place.row)).toEqual(Array.from({ length: rows }, (_, row) => row + 1));
  });

  it('gives every entry and every source an id of its own', () => {
    for (const ids of [EVIDENCE_REGISTER.map(({ id }) => id), REGISTER_SOURCES.map(({ id }) => id)]) {
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
  });

  it('names only sources that it holds, and holds none that nothing names', () => {
    const named = [
      ...EVIDENCE_REGISTER.flatMap((entry) => [...entry.sources, ...entry.effects.map(({ readIn }) => readIn)]),
      ...EBV_DNA_THRESHOLDS.map(({ source }) => source),
    ];
    expect(named.filter((id) => !isEvidenceId(id))).toEqual([]);
    const forGuidelines = ['esmo-2023'];
    const background = ['hellman-1995', 'chiang-2021', 'chua-2008'];
    const unused = FURTHER_SOURCES.map(({ id }) => id).filter((id) => !named.includes(id) && !background.includes(id));
    expect(unused).toEqual(forGuidelines);
  });

  it('keeps what the sealed release cites', () => {
    for (const { id, citation } of SOURCES) expect(evidenceSource(id).citation).toBe(citation);
    expect(isEvidenceId('horoscope-2021')).toBe(false);
  });

  it('is found by entry, by source and by subdivision', () => {
    expect(evidenceEntry('table-3/jupiter-02').patients).toEqual([{ of: 'all', n: 289 }]);
    expect(entriesOfSource('zou-2017').map(({ id }) => id)).toEqual(['table-2/zou-2017', 'table-5/zou-2017', 'text/zou-2017-liver']);
    for (const system of M1_SYSTEMS) expect(entriesOfSystem(system).map(({ place }) => place.in)).toContain('table');
    expect(() => evidenceEntry('table-1/none')).toThrow(expect.objectContaining({ code: 'knowledge.unknown-evidence-entry' }));
    expect(isProblem(new Error('x'), 'knowledge.unknown-evidence-entry')).toBe(false);
  });

  it('never shows general knowledge or doubt as verified', () => {
    for (const statement of EVIDENCE_REGISTER.flatMap((entry) => [entry, ...entry.caveats])) {
      expect(statement.verified).toBe(statement.confidence === 'V' || statement.confidence === 'S');
    }
    expect(EVIDENCE_REGISTER.flatMap(({ caveats }) => caveats).filter(({ verified }) => !verified).length).toBeGreaterThan(10);
  });

  it.each(EVIDENCE_REGISTER)('$id: one figure for each group', ({ groups, effects: results }) => {
    for (const effect of results) expect(figuresOf(effect, groups.length)).toBe(groups.length);
  });

  it.each(hazardRatios)('$name: the hazard ratio is of one of its groups against another and lies in its interval', ({ entry, effect }) => {
    expect(entry.groups).toEqual(expect.arrayContaining([effect.of, effect.against]));
    const [low, high] = effect.ci95 ?? [effect.estimate, effect.estimate];
    expect(low <= effect.estimate && effect.estimate <= high).toBe(true);
  });

  it('shows the one hazard ratio that is not at the geometric middle of its interval, and says so', () => {
    const odd = hazardRatios.filter(({ effect }) => !isAtTheMiddle(effect));
    expect(odd.map(({ entry, effect }) => [entry.id, effect.estimate])).toEqual([['table-5/zou-2017', 0.61]]);
    expect(evidenceEntry('table-5/zou-2017').corrections.map(({ printed }) => printed)).toEqual(['0.61 (0.33–0.78)']);
  });

  it.each(effects.filter(({ effect }) => effect.p !== undefined))(
    '$name: P as printed, and no gain claimed beside a P above 0.05',
    ({ effect }) => {
      expect(effect.p).toMatch(/^P[=<>]0\.\d+$/);
      const significant = effect.p?.startsWith('P<') === true || Number(effect.p?.slice(2)) < 0.05;
      expect(effect.measure === 'comparison' && effect.favours !== 'neither' && !significant).toBe(false);
    },
  );

  it('says the same in the text as in the tables: reductions of risk are hazard ratios, gains are differences', () => {
    const hazard = (id: string, endpoint: string): number =>
      hazardRatios.find(({ entry, effect }) => entry.id === id && effect.endpoint === endpoint)?.effect.estimate ?? Number.NaN;
    expect(percents('text/li-2017-reduction')).toEqual([hazard('table-6/li-2017', 'OS'), hazard('table-6/li-2017', 'PFS')].map(reduced));
    expect(percents('text/rationale-309-pfs2')).toEqual([reduced(hazard('table-3/rationale-309', 'PFS2'))]);
    expect(percents('text/you-2020')).toContain(reduced(hazard('later/you-2020-survival', 'OS')));
    const [none, ...treated] = evidenceEntry('table-6/ma-2010').effects.flatMap((effect) =>
      effect.measure === 'rate' ? effect.percent : [],
    );
    expect(percents('text/ma-2010-gain')).toEqual(treated.map((rate) => Math.round((Number(rate) - Number(none)) * 10) / 10));
  });

  it('spells every agent in one way', () => {
    const words = [...rowsOf(3), ...rowsOf(4), ...rowsOf(7)].flatMap(({ groups }) => groups.join(' ').split(/[^\w-]+/));
    const agents = [...new Set(words.filter((word) => /(mab|nib|platin|taxel|abine|uracil)$|\d/i.test(word)))].sort();
    expect(agents).toEqual([
      'KL-A167',
      'QL1706',
      'anlotinib',
      'apatinib',
      'camrelizumab',
      'capecitabine',
      'carboplatin',
      'cetuximab',
      'cisplatin',
      'docetaxel',
      'fluorouracil',
      'gemcitabine',
      'nedaplatin',
      'nivolumab',
      'penpulimab',
      'sintilimab',
      'tislelizumab',
      'toripalimab',
    ]);
  });

  it('keeps every slip of the review beside how it is read', () => {
    const misprints = EVIDENCE_REGISTER.flatMap(({ id, corrections }) =>
      corrections.flatMap(({ kind, printed, readAs }) => (kind === 'misprint' ? [[id, printed, readAs]] : [])),
    );
    expect(misprints).toEqual([
      ['table-2/zou-2017', '22.6.0%', '22.6%'],
      ['table-6/pan-2011', '16.5. months', '16.5 months'],
      ['table-6/liao-2021', '32.55', '32.55%'],
      ['table-7/nct04421469', 'Triprilimab', 'toripalimab'],
      ['table-7/nct04421469', 'nedaplatin f', 'nedaplatin'],
      ['table-7/chictr2100046735', 'Carrelizumab', 'camrelizumab'],
    ]);
    const inconsistent = EVIDENCE_REGISTER.filter(({ corrections }) => corrections.some(({ kind }) => kind === 'inconsistency'));
    expect(inconsistent.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['table-5/chen-2013', 'table-7/nct03129412', 'table-4/nct03924986']),
    );
  });

  it('reads every figure that the catalogue of the subdivisions writes, and no other', () => {
    for (const system of M1_SUBDIVISIONS) {
      const written = system.survival.flatMap(({ figures }) => numbersIn(figures.text.replace(/\(the review prints.*?\)/, '')));
      const read = survivalEffects(system).flatMap(numbersOf);
      expect(new Set(read), system.id).toEqual(new Set(written));
      const claimed = system.locoregionalRadiotherapy.flatMap(({ figures }) => numbersIn(figures.text));
      expect(radiotherapyEffects(system).flatMap(numbersOf), system.id).toEqual(claimed);
    }
  });

  it('counts the patients that the catalogue of the subdivisions counts', () => {
    const counted = TABLE_2.map(({ patients }) => patients.map(({ n }) => n));
    expect(counted).toEqual([[505], [347], [1172], [263], [462, 272, 243], [226], [613, 204], [498], [120, 63], [69], [586], [264, 298]]);
    expect(TABLE_2.filter(({ population }) => population.setting === 'metachronous').map(({ name }) => name)).toEqual(['Shen 2016']);
  });

  it('calls a claim of the catalogue about radiotherapy as the register does', () => {
    const claims = M1_SUBDIVISIONS.flatMap(({ id, locoregionalRadiotherapy }) =>
      locoregionalRadiotherapy.map(({ class: name, claim }) => ({ id, name, claim })),
    );
    for (const { id, name, claim } of claims) {
      const about = entriesOfSystem(id)
        .filter(({ groups }) => groups[0]?.endsWith('locoregional radiotherapy') === true)
        .flatMap((entry) => entry.effects.filter(({ subset }) => subset === name));
      expect(about.length, `${id} ${name}`).toBeGreaterThan(0);
      for (const effect of about) expect(significantGain(effect), `${id} ${name}`).toBe(claim === 'benefit');
    }
  });
});

describe('the levels of EBV DNA', () => {
  it('are those of the published register, lowest first', () => {
    expect(EBV_DNA_THRESHOLDS.map(({ copiesPerMl }) => copiesPerMl)).toEqual([1_500, 2_500, 4_000, 14_650, 20_000, 25_000, 30_000, 62_000]);
  });
});

describe('the licence of a source', () => {
  it('lets nothing but facts and figures be taken from the review, and no text of NCCN', () => {
    expect(licenceOf('liu-2023')).toMatchObject({ terms: 'CC BY-NC-ND 4.0', holds: 'facts and figures, no sentences' });
    expect(licenceOf('nccn-2022')).toMatchObject({
      aiUse: 'not without written permission',
      holds: 'position as others report it, no text',
    });
    expect(licenceOf('nccn-2025')).toEqual(licenceOf('nccn-2022'));
  });

  it('that nobody has read is not taken for free', () => {
    for (const { id } of REGISTER_SOURCES)
      expect(['not checked', 'own', 'CC BY-NC-ND 4.0', licenceOf('nccn-2022').terms]).toContain(licenceOf(id).terms);
    expect(licenceOf('you-2020')).toMatchObject({ terms: 'not checked', aiUse: 'not checked' });
  });
});

/** The numbers that a statement of the catalogue writes. */
const numbersIn = (text: string): number[] =>
  [...text.replaceAll(/M1[a-d]|95% CI/g, '').matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));

const ofFigures = (figures: readonly Figure[]): number[] =>
  figures.flatMap((figure) =>
    typeof figure === 'number' ? [figure] : typeof figure === 'string' ? [] : (Object.values(figure) as number[]),
  );

/** The numbers of an effect that a subdivision may have. */
function numbersOf(effect: Effect): number[] {
  const p = effect.p === undefined ? [] : numbersIn(effect.p);
  switch (effect.measure) {
    case 'median':
      return [...ofFigures(effect.figures), ...p];
    case 'rate':
      return [effect.atYears ?? Number.NaN, ...ofFigures(effect.percent), ...p];
    case 'hazard ratio':
      return [effect.estimate, ...(effect.ci95 ?? []), ...p];
    case 'difference':
    case 'relative reduction':
    case 'comparison':
      return p;
  }
}

/** The number of groups that an effect gives a figure for; all of them when it is of the groups as a whole. */
function figuresOf(effect: Effect, groups: number): number {
  switch (effect.measure) {
    case 'median':
      return effect.figures.length;
    case 'rate':
      return effect.percent.length;
    case 'hazard ratio':
    case 'difference':
    case 'relative reduction':
    case 'comparison':
      return groups;
  }
}

const HALF_A_DIGIT = 0.005;

/** Whether an estimate can be the geometric middle of its interval, both being rounded to two decimals. */
function isAtTheMiddle({ estimate, ci95 }: HazardRatio): boolean {
  if (ci95 === undefined) return true;
  const [low, high] = ci95;
  const middle = (by: number): number => Math.sqrt((low + by) * (high + by));
  return middle(-HALF_A_DIGIT) <= estimate + HALF_A_DIGIT && estimate - HALF_A_DIGIT <= middle(HALF_A_DIGIT);
}

const reduced = (hazard: number): number => Math.round((1 - hazard) * 100);

const percents = (id: string): unknown[] =>
  evidenceEntry(id).effects.flatMap((effect) =>
    effect.measure === 'difference' || effect.measure === 'relative reduction' ? [effect.percent] : [],
  );

/** Whether an effect shows the first group to do better: by its direction, its P value or its hazard ratio. */
function significantGain(effect: Effect): boolean {
  if (effect.measure === 'comparison') return effect.favours === 'first group';
  const p = effect.p === undefined ? 0 : Number(effect.p.slice(2));
  if (effect.measure === 'hazard ratio') return effect.estimate < 1 && p < 0.05;
  return effect.measure === 'rate' && p < 0.05;
}
