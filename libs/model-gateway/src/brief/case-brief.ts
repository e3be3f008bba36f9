import type { Finding } from '@tumor-board/kernel';
import type { Opinion, PanelInput } from '@tumor-board/specialists';
import { type Scrubber, scrubberOf } from './scrub.js';

/** The most facts and claims that are told of; of facts the latest, of claims the heaviest. */
const MOST_FACTS = 80;
const MOST_CLAIMS = 60;

/** What a model is told of a case: coded facts, what the rules made of them, and what the agents said. No names, no dates, no free text. */
export interface CaseBrief {
  /** A label made up for this exchange, in the place of the case's reference. */
  readonly label: string;
  readonly patient: { readonly age: string; readonly sex: string };
  readonly facts: readonly Readonly<Record<string, unknown>>[];
  readonly assessment: Readonly<Record<string, unknown>>;
  readonly options: readonly { readonly ref: string; readonly kind: string; readonly title: string }[];
  /** Items that the record lacks: the only ones that may be asked for. */
  readonly missing: readonly string[];
  readonly claims: readonly BriefClaim[];
}

/** A claim of an agent, as a model sees it. */
export interface BriefClaim {
  readonly ref: string;
  readonly by: string;
  readonly stance: string;
  readonly option: string;
  readonly text: string;
  readonly facts: readonly string[];
  readonly rule?: string;
  readonly evidence: readonly string[];
  /** False where scrubbing changed the text: what is put in other words must be the text that the board reads. */
  readonly mayBeRephrased: boolean;
}

/** What the labels of a brief stand for: ours, and never sent. */
export interface BriefNames {
  /** `F1` is the first. */
  readonly facts: readonly string[];
  /** `O1` is the first. */
  readonly options: readonly string[];
  /** `K1` is the first. */
  readonly claims: readonly string[];
}

/** Tells a case to a model. Pure: the same case, opinions and label give the same brief. */
export function caseBrief(input: PanelInput, opinions: readonly Opinion[], label: string): { brief: CaseBrief; names: BriefNames } {
  const scrub = scrubberOf(input);
  const facts = input.timeline.facts.slice(-MOST_FACTS);
  const heard = heaviestFirst(opinions).slice(0, MOST_CLAIMS);
  const names: BriefNames = {
    facts: facts.map(({ id }) => id),
    options: input.options.map(({ option }) => option),
    claims: heard.map(({ claim }) => claim.id),
  };
  const refs = refsOf(names);
  const brief: CaseBrief = {
    label,
    patient: {
      age: input.record.patient.ageYears >= 90 ? '90 or older' : String(input.record.patient.ageYears),
      sex: input.record.patient.sex,
    },
    facts: facts.map((fact) => ({ ref: refs.fact(fact.id), ...scrub.fact(fact) })),
    assessment: scrub.all(assessmentOf(input, scrub)),
    options: scrub.all(input.options.map(({ option, kind, title }) => ({ ref: refs.option(option), kind, title }))),
    missing: missingItems(input, opinions).filter((item) => scrub.text(item) === item),
    claims: heard.map(({ by, claim }) => {
      const text = scrub.text(claim.text);
      return {
        ref: refs.claim(claim.id),
        by,
        stance: claim.stance,
        option: refs.option(claim.option),
        text,
        facts: claim.facts.map(refs.fact),
        ...(claim.rule === undefined ? {} : { rule: claim.rule }),
        evidence: claim.evidence,
        mayBeRephrased: text === claim.text,
      };
    }),
  };
  return { brief, names };
}

const refsOf = ({ facts, options, claims }: BriefNames) => {
  const ref = (prefix: string, ids: readonly string[]) => {
    const places = new Map(ids.map((id, index) => [id, `${prefix}${index + 1}`]));
    return (id: string): string => places.get(id) ?? `${prefix}?`;
  };
  return { fact: ref('F', facts), option: ref('O', options), claim: ref('K', claims) };
};

const WEIGHTS = ['veto', 'data-gap', undefined, 'preference'] as const;

/** The claims of agents, the heaviest first. What people wrote is not sent. */
const heaviestFirst = (opinions: readonly Opinion[]) =>
  opinions
    .filter(({ author }) => author.kind === 'agent')
    .flatMap(({ discipline, claims }) => claims.map((claim) => ({ by: discipline, claim })))
    .filter(({ claim }) => claim.stance !== 'request')
    .sort((a, b) => WEIGHTS.indexOf(a.claim.severity) - WEIGHTS.indexOf(b.claim.severity));

const missingItems = ({ assessment }: PanelInput, opinions: readonly Opinion[]): string[] => [
  ...new Set([
    ...assessment.missing.map(({ item }) => item),
    ...assessment.nextStep.needs,
    ...opinions.filter(({ author }) => author.kind === 'agent').flatMap(({ missing }) => missing),
  ]),
];

/** The headline of the assessment, without the arithmetic behind it. */
function assessmentOf({ assessment, timeline }: PanelInput, { day }: Scrubber): Record<string, unknown> {
  const { stage, m1, oligometastatic, response, nextStep, alerts } = assessment;
  const { code, title, because, needs, evidence, regimen, ablation, doseGy, concurrent } = nextStep;
  return {
    asOf: day(timeline.asOf),
    stage: Object.fromEntries(Object.entries(stage).map(([edition, { group, m }]) => [edition, { group: outcome(group), m: outcome(m) }])),
    m1: Object.fromEntries(Object.entries(m1).map(([system, finding]) => [system, outcome(finding)])),
    oligometastatic: outcome(oligometastatic),
    response: { gate: response.gate, reason: response.reason },
    nextStep: { code, title, because: because.map(({ text }) => text), needs, evidence, regimen, ablation, doseGy, concurrent },
    alerts: alerts.map(({ text }) => text),
  };
}

function outcome<T>(finding: Finding<T>): unknown {
  switch (finding.status) {
    case 'classified':
    case 'reported':
      return finding.value;
    case 'indeterminate':
      return { oneOf: finding.possible };
    case 'not-applicable':
      return 'not applicable';
  }
}
