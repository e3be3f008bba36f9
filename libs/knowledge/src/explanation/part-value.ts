import type { Finding } from '@tumor-board/kernel';
import type { Assessment } from '../assessment.js';
import { findingText } from '../headline.js';
import { nameOf, type Part } from './part.js';

/** What a part of an assessment says, made comparable: without flags, and a reported class like a computed one. */
export interface PartValue {
  /** `low`, `M1a or M1b?`, `not applicable`, `rapid`, `PD / iUPD`, `locoregional-rt`. */
  readonly value: string;
  /** False while the facts leave it open. */
  readonly settled: boolean;
}

const settled = (value: string): PartValue => ({ value, settled: true });
const open = (value: string): PartValue => ({ value, settled: false });
const listed = (items: readonly string[] | undefined): PartValue =>
  settled(items === undefined || items.length === 0 ? 'none' : items.join(', '));

/** The value of a finding. */
export function findingValue(finding: Finding<string | boolean>): PartValue {
  switch (finding.status) {
    case 'classified':
    case 'reported':
      return settled(String(finding.value));
    case 'not-applicable':
      return settled('not applicable');
    case 'indeterminate':
      return open(findingText(finding));
  }
}

/** The finding behind a part; undefined for a part that is computed and not found. */
export function findingOf(assessment: Assessment, part: Part): Finding<string | boolean> | undefined {
  const name = nameOf(part);
  switch (name.of) {
    case 'stage':
      return assessment.stage[name.edition][name.what];
    case 'm1':
      return assessment.m1[name.system];
    case 'oligometastatic':
      return assessment.oligometastatic;
    case 'ebvDna.category':
    case 'ebvDna.clearance':
    case 'response.latest':
    case 'response.best':
    case 'response.gate':
    case 'nextStep':
    case 'nextStep.regimen':
    case 'nextStep.blocked':
      return undefined;
  }
}

/** The value of a part. A proposed step is always settled: there is always a proposal. */
export function partValue(assessment: Assessment, part: Part): PartValue {
  const { ebvDna, response, nextStep } = assessment;
  const name = nameOf(part);
  switch (name.of) {
    case 'stage':
      return findingValue(assessment.stage[name.edition][name.what]);
    case 'm1':
      return findingValue(assessment.m1[name.system]);
    case 'oligometastatic':
      return findingValue(assessment.oligometastatic);
    case 'ebvDna.category':
      return assessable(ebvDna.category);
    case 'ebvDna.clearance':
      return assessable(ebvDna.clearance);
    case 'response.latest':
      return letters(response.assessments.at(-1));
    case 'response.best':
      return letters(response.best);
    case 'response.gate':
      return assessable(response.gate);
    case 'nextStep':
      return settled(nextStep.code);
    case 'nextStep.regimen':
      return listed(nextStep.regimen);
    case 'nextStep.blocked':
      return listed(nextStep.blocked.map((blocked) => blocked.option));
  }
}

const assessable = (word: string): PartValue => (word === 'not-assessable' ? open(word) : settled(word));

function letters(scan: { readonly overall: string; readonly immune: string | null } | null | undefined): PartValue {
  if (scan === null || scan === undefined) return open('none');
  const text = scan.immune === null ? scan.overall : `${scan.overall} / ${scan.immune}`;
  return scan.overall === 'NE' ? open(text) : settled(text);
}
