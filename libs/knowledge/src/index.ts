export * from './assess.js';
export * from './assessment.js';
export * from './assessment-schema.js';
export * from './evidence/cited-entry.js';
export * from './evidence/ebv-dna-thresholds.js';
export { type Effect, ENDPOINTS, type Endpoint, type Figure } from './evidence/effect.js';
export * from './evidence/effect-text.js';
export {
  type Caveat,
  type Correction,
  type Design,
  type EvidenceEntry,
  type Limit,
  type Place,
  type Population,
  REVIEW_SECTIONS,
  REVIEW_TABLES,
  type ReviewSection,
  type ReviewTable,
  type Threshold,
} from './evidence/evidence-entry.js';
export * from './evidence/evidence-register.js';
export * from './evidence/evidence-schema.js';
export * from './evidence/evidence-source.js';
export * from './evidence/find-evidence.js';
export * from './evidence/licence.js';
export * from './evidence/register.js';
export { type CaseReading, readCase } from './explanation/case-reading.js';
export * from './explanation/explanation-schema.js';
export { factText } from './explanation/fact-text.js';
export { PARTS, type Part, partNamed } from './explanation/part.js';
export { type PartValue, partValue } from './explanation/part-value.js';
export * from './explanation/record-at.js';
export { type RuleInWords, ruleInWords } from './explanation/rule-words.js';
export * from './explanation/trace.js';
export * from './explanation/what-would-change.js';
export * from './guidelines/compare.js';
export * from './guidelines/guideline.js';
export * from './guidelines/positions.js';
export * from './headline.js';
export * from './impact/impact-of.js';
export * from './impact/impact-report.js';
export * from './outlook/outlook.js';
export * from './outlook/outlook-schema.js';
export * from './outlook/radiotherapy-position.js';
export * from './outlook/system-outlook.js';
export { type RemainingLesions, remainingLesions, type SizedLesion, UPFRONT_ABLATION_MAX_MM } from './pathway/metastases.js';
export { type Declined, declinedBy } from './pathway/preferences.js';
export * from './pathway/rule.js';
export type { GateResult } from './pathway/situation.js';
export * from './pathway/table.js';
export * from './policy.js';
export * from './release.js';
export * from './releases/catalogue.js';
export * from './releases/release-diff.js';
export * from './releases/release-diff-text.js';
export * from './trials/match-trial.js';
export * from './trials/trial.js';
export * from './trials/trial-subject.js';
export * from './trials/trials.js';
