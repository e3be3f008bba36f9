import {
  AGENT_CLASSES,
  FITNESS_ITEMS,
  FITNESS_REQUIREMENTS,
  type FitnessGuard,
  fitnessGuards,
  guardId,
  HALF_LIFE_WINDOW,
  INDUCTION_CYCLES,
  limitText,
  M1_SUBDIVISIONS,
  RAPID_BELOW_DAYS,
  REBOUND_APART_DAYS,
  REBOUND_LOG10,
  STAGING_STATUS,
  TNM_EDITIONS,
} from '@tumor-board/oncology';
import { UPFRONT_ABLATION_MAX_MM } from '../pathway/metastases.js';
import type { SitePolicy } from '../policy.js';
import type { KnowledgeRelease } from '../release.js';

/** A rule that a reason names, in words a board can check. */
export interface RuleInWords {
  /** As the reason names it: `P24`, `YAO23/2`, `fitness.cisplatin/crcl`, `gate/4`. */
  readonly id: string;
  readonly kind: 'pathway' | 'published system' | 'TNM' | 'fitness' | 'response' | 'EBV DNA' | 'site policy' | 'wish';
  readonly words: string;
  /** Who says so, where it is more than the evidence of the reason tells. */
  readonly basis?: string;
  /** False: not checked against its source; left out where only the sources of the reason can tell. */
  readonly verified?: boolean;
}

const PRODUCT = { basis: 'product rule', verified: true } as const;
const ENDED = 'or therapy has ended';

/** The rules that are not rows of a table held elsewhere. */
const NAMED: Readonly<Record<string, Omit<RuleInWords, 'id'>>> = {
  'gate/1': {
    kind: 'response',
    words: 'No response assessment, or a scan that could not be evaluated: the response is not assessable.',
    ...PRODUCT,
  },
  'gate/2': {
    kind: 'response',
    words: 'Progression while EBV DNA is cleared, or a response while EBV DNA is rising: scan and marker disagree.',
    ...PRODUCT,
  },
  'gate/3': { kind: 'response', words: 'Progression: a poor response.', ...PRODUCT },
  'gate/4': {
    kind: 'response',
    words: 'Complete or partial response, or neither response nor progression with informative EBV DNA cleared: a good response.',
    ...PRODUCT,
  },
  'gate/5': {
    kind: 'response',
    words: `Neither response nor progression with EBV DNA detectable: a poor response once ${INDUCTION_CYCLES} cycles are given ${ENDED}, before that not assessable.`,
    ...PRODUCT,
  },
  'gate/6': { kind: 'response', words: 'In every other situation the response is not assessable.', ...PRODUCT },
  'RECIST 1.1': {
    kind: 'response',
    words:
      'Targets: gone is CR, at least 30 % below the baseline sum PR, at least 20 % and 5 mm above the smallest sum PD, else SD. With the non-target and new lesions: progression anywhere outranks everything.',
  },
  iRECIST: {
    kind: 'response',
    words:
      'From the first anti-PD-1 or anti-PD-L1 agent of the line: a first progression is unconfirmed (iUPD); further growth 4 weeks or more after confirms it (iCPD); a scan without progression resets it.',
  },
  'RECIST 1.1/best': {
    kind: 'response',
    words: 'The best response of the line up to the first progression; stable disease counts from 6 weeks after the start on.',
  },
  'ebv/half-life': {
    kind: 'EBV DNA',
    words: `Least squares on ln(copies) of the quantified samples of one assay, the first from ${-HALF_LIFE_WINDOW.firstFrom} days before to ${HALF_LIFE_WINDOW.firstTo} days after the first dose, at most ${HALF_LIFE_WINDOW.maxGap} days apart, up to the first without EBV DNA: below ${RAPID_BELOW_DAYS} days rapid, else slow.`,
  },
  'ebv/baseline-undetectable': {
    kind: 'EBV DNA',
    words: 'EBV DNA that was not detected before treatment says nothing afterwards.',
    ...PRODUCT,
  },
  'ebv/eber-negative': { kind: 'EBV DNA', words: 'EBV DNA says nothing about an EBER-negative tumour.', ...PRODUCT },
  'ebv/clearance': {
    kind: 'EBV DNA',
    words: `Of samples comparable with the baseline: not detected is cleared; still detected after the first cycle is persistent; detected again on two days at least ${REBOUND_APART_DAYS} days apart, or once at ${10 ** REBOUND_LOG10} times the detection limit, is a rebound.`,
    ...PRODUCT,
  },
  preference: { kind: 'wish', words: 'Nothing is proposed against the recorded wish of the patient.', ...PRODUCT },
  'radiotherapy/poor-response': {
    kind: 'response',
    words: 'No aggressive radiotherapy after a poor response to first-line systemic therapy.',
    basis: 'review',
  },
  'ablation/deferred-above-50-mm': {
    kind: 'pathway',
    words: `Ablation of a metastasis larger than ${UPFRONT_ABLATION_MAX_MM} mm is deferred; exactly ${UPFRONT_ABLATION_MAX_MM} mm is not larger.`,
    basis: 'review',
  },
  'consolidation/bone-only': {
    kind: 'pathway',
    words: 'In bone-only disease the gain from radiotherapy to the metastases is not settled.',
    basis: 'review',
  },
  'maintenance/nothing-further': {
    kind: 'pathway',
    words: 'No agent is named for maintenance that is over or declined, or for which neither anti-PD-1 nor capecitabine may be given.',
    ...PRODUCT,
  },
  'external/reported-class': {
    kind: 'published system',
    words: 'A class that an external centre reports is shown as reported; it is not computed here.',
    ...PRODUCT,
  },
  ...Object.fromEntries(
    TNM_EDITIONS.flatMap((edition) => {
      const { note, verified } = STAGING_STATUS[edition];
      const rule = (name: string, words: string) =>
        [`${edition}/${name}`, { kind: 'TNM', words, basis: note, verified }] as const satisfies [string, Omit<RuleInWords, 'id'>];
      return [
        rule('M0', `${edition}: no distant metastasis is M0.`),
        rule('M1', `${edition}: any distant metastasis is M1.`),
        rule('M1a', `${edition}: up to 3 distant lesions are M1a.`),
        rule('M1b', `${edition}: more than 3 distant lesions are M1b.`),
        rule('groups', `${edition}: the group of T, N and M; with distant metastasis M alone decides.`),
      ];
    }),
  ),
};

/** The rule of an id, in words; undefined for an id that no rule of the release, the policy and the calculators has. */
export function ruleInWords(id: string, release: Pick<KnowledgeRelease, 'pathway'>, policy: SitePolicy): RuleInWords | undefined {
  const named = NAMED[id];
  if (named !== undefined) return { id, ...named };
  if (id.startsWith('oligometastatic/')) return oligometastaticRule(id, policy);
  if (id.startsWith('fitness.')) return fitnessRule(id, policy);
  return pathwayRow(id, release) ?? publishedRow(id);
}

function oligometastaticRule(id: string, { oligometastaticMax }: SitePolicy): RuleInWords {
  const words = id.endsWith('/0')
    ? 'Without a distant metastasis the question does not arise.'
    : `Up to ${oligometastaticMax} distant lesions are oligometastatic, by the policy of this site; the review gives no number.`;
  return { id, kind: 'site policy', words, ...PRODUCT };
}

/** `P24`, or `P24/liver` for something that the row adds for a case. */
function pathwayRow(id: string, { pathway }: Pick<KnowledgeRelease, 'pathway'>): RuleInWords | undefined {
  const [rowId] = id.split('/');
  const row = pathway.find((known) => known.id === rowId);
  if (row === undefined) return undefined;
  const when = row.when.map((condition) => condition.words).join(', and ');
  return { id, kind: 'pathway', words: `${row.question} When ${when}: ${row.title}.`, basis: row.basis };
}

function publishedRow(id: string): RuleInWords | undefined {
  for (const system of M1_SUBDIVISIONS) {
    const row = system.rows.find((known) => known.rule === id);
    if (row === undefined) continue;
    const gives = row.gives.length === 0 ? 'the system does not apply' : row.gives.join(' or ');
    return { id, kind: 'published system', words: `${system.title}: ${row.when}: ${gives}.`, basis: system.citation };
  }
  return undefined;
}

const AGENTS = {
  cisplatin: 'Cisplatin',
  carboplatin: 'Carboplatin',
  gemcitabine: 'Gemcitabine',
  antiPd1: 'Anti-PD-1',
  fluoropyrimidine: 'Fluoropyrimidine',
} as const;
const EFFECTS = { blocked: 'blocked', caution: 'with caution', need: 'after a check' } as const;
const GRADES = {
  'worst-ever': 'at its worst',
  'worst-unresolved': 'and not yet resolved',
  'worst-resolved': 'and since resolved',
  current: 'now',
} as const;

function fitnessRule(id: string, policy: SitePolicy): RuleInWords | undefined {
  const guard = fitnessGuards({ cisplatinCrClMin: policy.cisplatinCrClMin }).find((known) => known.id === id);
  if (guard !== undefined) {
    const words = `${AGENTS[guard.agent]} ${EFFECTS[guard.effect]}: ${guardedText(guard)}; ${guard.consequence}.`;
    return { id, kind: 'fitness', words, basis: guard.source, verified: guard.verified };
  }
  const requirement = FITNESS_REQUIREMENTS.find((known) => known.id === id);
  if (requirement !== undefined) {
    const { agent, looksAt } = requirement;
    return { id, kind: 'fitness', words: `${AGENTS[agent]} is judged with ${FITNESS_ITEMS[looksAt].label} known.`, ...PRODUCT };
  }
  const agent = AGENT_CLASSES.find((known) => guardId(known, 'eligible') === id);
  return agent && { id, kind: 'fitness', words: `${AGENTS[agent]}: no guard of the table applies to what is recorded.`, ...PRODUCT };
}

/** What a guard looks at and its limit. */
function guardedText(guard: FitnessGuard): string {
  switch (guard.kind) {
    case 'value': {
      const { label, unit } = FITNESS_ITEMS[guard.looksAt];
      return `${label} ${limitText(guard.limit, unit)}`;
    }
    case 'event': {
      const { immuneRelated, terms, exceptTerms, attributedTo } = guard.looksAt;
      const which = [
        ...(immuneRelated === true ? ['immune-related'] : []),
        ...(terms === undefined ? [] : [terms.join('/')]),
        ...(exceptTerms === undefined ? [] : [`not ${exceptTerms.join('/')}`]),
        ...(attributedTo === undefined ? [] : [`attributed to ${attributedTo.join('/')}`]),
      ];
      return `adverse event (${which.join(', ')}) of grade ${limitText(guard.limit)} ${GRADES[guard.grade]}`;
    }
  }
}
