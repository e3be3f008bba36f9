import type { Assessment } from '../assessment.js';
import { compareWithGuidelines, type GuidelineComparison } from '../guidelines/compare.js';
import { matchTrial, type TrialMatch } from '../trials/match-trial.js';
import type { TrialSubject } from '../trials/trial-subject.js';
import { TRIALS } from '../trials/trials.js';
import { type RadiotherapyPosition, radiotherapyPosition } from './radiotherapy-position.js';
import { type SystemOutlook, systemOutlooks } from './system-outlook.js';

/** What the published systems, the guidelines and the trials say of a case, each by itself. */
export interface Outlook {
  readonly systems: readonly SystemOutlook[];
  readonly locoregionalRadiotherapy: RadiotherapyPosition;
  /** Beside the proposed step. */
  readonly guidelines: readonly GuidelineComparison[];
  /** Possible ones first, then those with something unknown, then the excluded. */
  readonly trials: readonly TrialMatch[];
}

const OVERALL: readonly TrialMatch['overall'][] = ['possible', 'unknown', 'excluded'];

/**
 * Reads what is published beside a case.
 * @param subject the same record at the same horizon as the assessment
 */
export function outlookOf(assessment: Assessment, subject: TrialSubject): Outlook {
  const systems = systemOutlooks(assessment.m1);
  const trials = TRIALS.map((trial) => matchTrial(trial, subject));
  return {
    systems,
    locoregionalRadiotherapy: radiotherapyPosition(systems),
    guidelines: compareWithGuidelines({
      ...assessment,
      locoregionalRadiotherapyGiven: subject.course.locoregionalRadiotherapy.length > 0,
    }),
    trials: OVERALL.flatMap((overall) => trials.filter((match) => match.overall === overall)),
  };
}
