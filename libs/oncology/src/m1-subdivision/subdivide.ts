import { classified, type Finding, indeterminate, notApplicable, possibleValues, type Reason, reported } from '@tumor-board/kernel';
import type { Alert } from '../alert.js';
import type { Timeline } from '../facts/timeline.js';
import type { TreatmentCourse } from '../treatment/treatment-course.js';
import { type Evaluation, evaluate } from './completions.js';
import type { ExternalScores } from './external-scores.js';
import type { LocalCutoffs, SystemCutoffs } from './local-cutoffs.js';
import { M1_SUBDIVISIONS } from './m1-subdivisions.js';
import type { M1System } from './m1-system.js';
import type { MetastaticExtent } from './metastatic-extent.js';
import type { PublishedSystem } from './published-system.js';
import { ask } from './questions.js';
import type { RuleRow } from './rule-table.js';
import { type SubdivisionFacts, subdivisionFacts } from './subdivision-facts.js';

/** Every published subdivision applied to one case. */
export interface Subdivisions {
  readonly findings: Readonly<Record<M1System, Finding<string>>>;
  readonly alerts: readonly Alert[];
}

const NO_CUTOFFS: LocalCutoffs = {};

/** Applies the 13 published rule sets to the extent of the metastases at diagnosis. */
export function subdivide(
  timeline: Timeline,
  course: TreatmentCourse,
  extent: MetastaticExtent,
  cutoffs: LocalCutoffs = NO_CUTOFFS,
): Subdivisions {
  const { facts, alerts } = subdivisionFacts(timeline, course, extent, cutoffs);
  const read: unknown[] = [facts.histology, facts.eber, facts.baseline, facts.baselineIsOld, facts.afterChemotherapy, cutoffs];
  read.push(...timeline.of('ExternalScoreReported'));
  const known = remembered.get(extent);
  if (known !== undefined && known.read.length === read.length && known.read.every((item, index) => item === read[index]))
    return known.given;
  const given = applyAll(facts, alerts);
  remembered.set(extent, { read, given });
  return given;
}

/** The subdivisions last given for an extent, with all else that they read: most facts of a case change none of it. */
const remembered = new WeakMap<MetastaticExtent, { readonly read: readonly unknown[]; readonly given: Subdivisions }>();

function applyAll(facts: SubdivisionFacts, scoreAlerts: readonly Alert[]): Subdivisions {
  const alerts: Alert[] = [...scoreAlerts];
  const findings: Partial<Record<M1System, Finding<string>>> = {};
  for (const system of M1_SUBDIVISIONS) findings[system.id] = findingOf(system, facts, alerts);
  return { findings: findings as Record<M1System, Finding<string>>, alerts };
}

function findingOf(system: PublishedSystem, facts: SubdivisionFacts, alerts: Alert[]): Finding<string> {
  const external = facts.external.get(system.id);
  const computed = compute(system, facts, external, localCutoffs(system.id, facts.cutoffs, alerts), alerts);
  const claim = external?.reportedClass;
  if (claim === undefined) return computed;
  const allowed = possibleValues(computed);
  if (!allowed.includes(claim.value)) {
    alerts.push({
      code: 'reported-class-impossible',
      text: `${claim.reportedBy} reported ${claim.value} for ${system.id}, but the facts ${allowed.length === 0 ? 'leave no class: the system does not apply' : `allow only ${allowed.join(', ')}`}.`,
      facts: [claim.fact, ...facts.extent.facts],
    });
  }
  return reported(claim.value, claim.reportedBy);
}

/** A computation with the help that it took. */
interface Attempt {
  readonly evaluation: Evaluation;
  readonly baselineFlags: readonly string[];
  readonly flags: readonly string[];
  readonly externalFacts: readonly string[];
}

/** The published rule on the recorded facts; reported inputs and site cut-offs only where it is not settled without them. */
function compute(
  system: PublishedSystem,
  facts: SubdivisionFacts,
  external: ExternalScores | undefined,
  local: SystemCutoffs | undefined,
  alerts: Alert[],
): Finding<string> {
  const attempt = (scores: ExternalScores | undefined, cutoffs: SystemCutoffs | undefined): Attempt => {
    const { questions, baselineFlags } = ask(system, facts, scores, cutoffs);
    const bounds = { eberNegative: facts.eber === 'negative', oligometastatic: scores?.oligometastatic };
    const flags = [...(scores === undefined ? [] : ['external-input']), ...(cutoffs === undefined ? [] : ['site-registered'])];
    return { evaluation: evaluate(system, facts.extent, questions, bounds), baselineFlags, flags, externalFacts: scores?.facts ?? [] };
  };

  let best = attempt(undefined, undefined);
  let inputs = external !== undefined && external.facts.length > 0 ? external : undefined;
  if (inputs !== undefined && isContradiction(attempt(inputs, undefined).evaluation)) {
    alerts.push({
      code: 'external-input-contradicts-facts',
      text: `What was reported for ${system.id} cannot be true of the recorded facts (${facts.extent.text}); it is not used.`,
      facts: [...inputs.facts, ...facts.extent.facts],
    });
    inputs = undefined;
  }
  if (!isSettled(best.evaluation) && inputs !== undefined) best = attempt(inputs, undefined);
  if (!isSettled(best.evaluation) && local !== undefined) {
    const alone = attempt(undefined, local);
    best = isSettled(alone.evaluation) || inputs === undefined ? alone : attempt(inputs, local);
  }
  return toFinding(system, facts, best);
}

const isContradiction = (evaluation: Evaluation): boolean => evaluation.classes.length === 0 && evaluation.doesNotApply.length === 0;
const isSettled = ({ classes, doesNotApply }: Evaluation): boolean =>
  (classes.length === 1 && doesNotApply.length === 0) || classes.length === 0;

function toFinding(system: PublishedSystem, facts: SubdivisionFacts, attempt: Attempt): Finding<string> {
  const { classes, doesNotApply, rows, missing } = attempt.evaluation;
  const [value] = classes;
  // Of several reasons the last is true of every completion: no disease is not bone-only disease either.
  if (value === undefined) return notApplicable(doesNotApply.at(-1) ?? '');
  const because = rows.map((row) => reasonOf(system, row, facts, attempt.externalFacts));
  if (classes.length === 1 && doesNotApply.length === 0) return classified(value, because, flagsOf(system, facts, attempt));
  const possible = [...classes].sort();
  return doesNotApply.length === 0
    ? indeterminate(possible, missing, because)
    : indeterminate(possible, missing, because, doesNotApply.join('; '));
}

function flagsOf(system: PublishedSystem, facts: SubdivisionFacts, attempt: Attempt): readonly string[] {
  const flags: string[] = [...(system.flags ?? [])];
  if (facts.extent.hasProbableLesions && system.reads.lesionsUpTo + system.reads.liver > 1) flags.push('probable-lesions');
  const reads = new Set(attempt.evaluation.rows.map((row) => row.reads));
  if (reads.has('baseline-ebv-dna')) flags.push(...attempt.baselineFlags);
  if (reads.has('ebv-dna-after-chemotherapy')) flags.push(...facts.afterChemotherapyFlags);
  if (facts.eber === 'unknown' && (reads.has('baseline-ebv-dna') || reads.has('ebv-dna-after-chemotherapy'))) flags.push('eber-unknown');
  return [...flags, ...attempt.flags];
}

function reasonOf(system: PublishedSystem, row: RuleRow, facts: SubdivisionFacts, externalFacts: readonly string[]): Reason {
  const read = [...facts.extent.facts, ...externalFacts];
  const sample =
    row.reads === 'baseline-ebv-dna' ? facts.baseline : row.reads === 'ebv-dna-after-chemotherapy' ? facts.afterChemotherapy : undefined;
  if (sample !== undefined) read.push(sample.id);
  if (row.reads !== undefined && facts.histology !== undefined) read.push(facts.histology.id);
  return {
    text: `${row.when}: ${row.gives.join(' or ')} (${facts.extent.text})`,
    facts: read,
    rule: row.rule,
    evidence: [system.evidence, 'liu-2023'],
  };
}

/** The site's cut-offs for a system, when it has any that can be used. */
function localCutoffs(system: M1System, cutoffs: LocalCutoffs, alerts: Alert[]): SystemCutoffs | undefined {
  const local: SystemCutoffs | undefined =
    system === 'ZOU17' ? cutoffs.ZOU17 : system === 'ZHENG20' ? cutoffs.ZHENG20 : system === 'QIU22' ? cutoffs.QIU22 : undefined;
  if (local === undefined) return undefined;
  const { ebvDnaCopiesPerMl, oligometastaticMax, pps } = local;
  const usable = {
    ...(ebvDnaCopiesPerMl !== undefined && ebvDnaCopiesPerMl > 0 ? { ebvDnaCopiesPerMl } : {}),
    ...(oligometastaticMax !== undefined && [1, 2, 3, 4, 5].includes(oligometastaticMax) ? { oligometastaticMax } : {}),
    ...(pps !== undefined && Number.isFinite(pps) ? { pps } : {}),
  };
  const refused = Object.keys(local).filter((name) => !(name in usable));
  if (refused.length > 0) {
    alerts.push({
      code: 'site-cut-off-not-usable',
      text: `The cut-off that the site registered for ${system} cannot be used: ${refused.join(', ')}.`,
      facts: [],
    });
  }
  return Object.keys(usable).length === 0 ? undefined : usable;
}
