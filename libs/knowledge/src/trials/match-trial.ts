import { judgeLesionCount, judgeLesionSize, judgeMeasurable, judgeMetastatic, judgeStage } from './disease-criteria.js';
import { judgeAge, judgeEcog, judgeHistology, judgeLaboratory } from './patient-criteria.js';
import {
  judgeFirstLine,
  judgeMetachronous,
  judgeReceived,
  judgeResponse,
  judgeResponseAfterRadiotherapy,
  judgeUntreated,
} from './treatment-criteria.js';
import type { AmbiguousCriterion, CheckedCriterion, Criterion, Trial, TrialStatus } from './trial.js';
import type { TrialSubject } from './trial-subject.js';
import { lacksFact, met, needsPerson, notMet, type Verdict } from './verdict.js';

/** One criterion of a trial beside a case. */
export interface CriterionMatch extends Verdict {
  readonly criterion: string;
  readonly kind: Criterion['kind'];
  /** What the trial asks for. */
  readonly asks: string;
}

/** A trial beside a case. A match is not eligibility: the trial's own team decides that. */
export interface TrialMatch {
  readonly trial: string;
  readonly title: string;
  /**
   * `excluded`: a criterion is not met, or the trial takes no patients. `possible`: every criterion that the record can
   * meet is met. `unknown`: a fact is missing, or the criteria were not read.
   */
  readonly overall: 'possible' | 'excluded' | 'unknown';
  /** Whether it takes patients, as far as its status says. */
  readonly recruiting: 'yes' | 'no' | 'unknown';
  readonly status: TrialStatus;
  readonly criteria: readonly CriterionMatch[];
  readonly text: string;
}

const RECRUITING: Readonly<Record<TrialStatus['recruitment'], TrialMatch['recruiting']>> = {
  recruiting: 'yes',
  'not yet recruiting': 'no',
  closed: 'no',
  reported: 'no',
  unknown: 'unknown',
};

/** Puts a trial beside a case, criterion by criterion. */
export function matchTrial(trial: Trial, subject: TrialSubject): TrialMatch {
  const criteria = trial.criteria.map(
    (criterion): CriterionMatch => ({ criterion: criterion.id, kind: criterion.kind, asks: criterion.text, ...judge(criterion, subject) }),
  );
  const recruiting = RECRUITING[trial.status.recruitment];
  const overall = overallOf(criteria, recruiting);
  return {
    trial: trial.id,
    title: trial.title,
    overall,
    recruiting,
    status: trial.status,
    criteria,
    text: textOf(trial, criteria, overall),
  };
}

function overallOf(criteria: readonly CriterionMatch[], recruiting: TrialMatch['recruiting']): TrialMatch['overall'] {
  if (recruiting === 'no' || criteria.some(({ outcome }) => outcome === 'not-met')) return 'excluded';
  const open = criteria.some(({ waitsFor }) => waitsFor === 'fact');
  return open || !criteria.some(({ outcome }) => outcome === 'met') ? 'unknown' : 'possible';
}

function textOf({ status, criteria: asked }: Trial, criteria: readonly CriterionMatch[], overall: TrialMatch['overall']): string {
  const failing = criteria.filter(({ outcome }) => outcome === 'not-met').map(({ asks }) => asks);
  const lacking = criteria.filter(({ waitsFor }) => waitsFor === 'fact').map(({ asks }) => asks);
  const toJudge = criteria.filter(({ waitsFor }) => waitsFor === 'person').map(({ asks }) => asks);
  return [
    ...(asked.length === 0 ? ['Its criteria were not read.'] : []),
    ...(failing.length === 0 ? [] : [`Not met: ${failing.join('; ')}.`]),
    ...(overall === 'excluded' || lacking.length === 0 ? [] : [`Not known: ${lacking.join('; ')}.`]),
    ...(overall === 'excluded' || toJudge.length === 0 ? [] : [`For a person to judge: ${toJudge.join('; ')}.`]),
    statusText(status),
    'A match is not eligibility.',
  ].join(' ');
}

function statusText({ recruitment, asOf, source }: TrialStatus): string {
  const when = asOf === null ? source : `${asOf}, ${source}`;
  switch (recruitment) {
    case 'recruiting':
      return `Recruiting (${when}).`;
    case 'not yet recruiting':
      return `Not yet recruiting (${when}).`;
    case 'closed':
      return `Closed (${when}).`;
    case 'reported':
      return `Has reported and takes no patients (${when}).`;
    case 'unknown':
      return `Whether it recruits is not known (${when}).`;
  }
}

function judge(criterion: Criterion, subject: TrialSubject): Verdict {
  switch (criterion.kind) {
    case 'judgement':
      return needsPerson('not on the record');
    case 'untreated':
      return judgeUntreated(subject);
    case 'metachronous-after-radical-treatment':
      return judgeMetachronous(subject);
    case 'ambiguous':
      return judgeAmbiguous(criterion, subject);
    case 'age':
    case 'ecog':
    case 'histology':
    case 'metastatic':
    case 'stage':
    case 'measurable-disease':
    case 'first-line':
    case 'received':
    case 'response':
    case 'response-after-radiotherapy':
    case 'lesion-count':
    case 'lesion-size':
    case 'laboratory':
      return judgeChecked(criterion, subject);
  }
}

function judgeChecked(criterion: CheckedCriterion, subject: TrialSubject): Verdict {
  switch (criterion.kind) {
    case 'age':
      return judgeAge(criterion, subject);
    case 'ecog':
      return judgeEcog(criterion, subject);
    case 'histology':
      return judgeHistology(criterion, subject);
    case 'metastatic':
      return judgeMetastatic(criterion, subject);
    case 'stage':
      return judgeStage(criterion, subject);
    case 'measurable-disease':
      return judgeMeasurable(criterion, subject);
    case 'first-line':
      return judgeFirstLine(criterion, subject);
    case 'received':
      return judgeReceived(criterion, subject);
    case 'response':
      return judgeResponse(criterion, subject);
    case 'response-after-radiotherapy':
      return judgeResponseAfterRadiotherapy(criterion, subject);
    case 'lesion-count':
      return judgeLesionCount(criterion, subject);
    case 'lesion-size':
      return judgeLesionSize(criterion, subject);
    case 'laboratory':
      return judgeLaboratory(criterion, subject);
  }
}

/** Met or not met only where every reading agrees; where they disagree a person must ask the trial. */
function judgeAmbiguous({ readings, printed }: AmbiguousCriterion, subject: TrialSubject): Verdict {
  const verdicts = readings.map((reading) => ({ reading, verdict: judgeChecked(reading, subject) }));
  const facts = [...new Set(verdicts.flatMap(({ verdict }) => verdict.facts))];
  const said = verdicts.map(({ reading, verdict }) => `${reading.text}: ${verdict.outcome} (${verdict.text})`).join('; ');
  const text = `"${printed}" can be read in ${readings.length} ways: ${said}`;
  const outcomes = new Set(verdicts.map(({ verdict }) => verdict.outcome));
  if (outcomes.has('met') && outcomes.has('not-met')) return needsPerson(text, facts);
  if (outcomes.has('unknown')) return lacksFact(text, facts);
  return outcomes.has('met') ? met(text, facts) : notMet(text, facts);
}
