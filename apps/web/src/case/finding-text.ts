import { texts } from '../texts/texts.js';
import type { Assessment } from './case-queries.js';

/** Any finding of an assessment, whatever its values are. */
export type AnyFinding =
  | Assessment['m1'][string]
  | Assessment['oligometastatic']
  | Assessment['stage'][string]['group']
  | Assessment['stage'][string]['m'];

/** What a finding says, in short: a value, the values still open, or that the question does not arise. */
export function findingText(finding: AnyFinding): string {
  const said = (value: string | boolean): string => (value === true ? texts.case.yes : value === false ? texts.case.no : value);
  switch (finding.status) {
    case 'classified':
      return said(finding.value);
    case 'reported':
      return texts.case.reportedValue(said(finding.value));
    case 'indeterminate':
      return finding.possible.length === 0 ? texts.case.unknown : `${finding.possible.map(said).join(texts.case.or)}?`;
    case 'not-applicable':
      return texts.case.notApplicable;
  }
}
