import type { Assessment } from '@tumor-board/knowledge';
import { WHOLE_CASE } from '../opinion/claim.js';

/** One option of the next step, by the name that claims give it. */
export interface Option {
  readonly option: string;
  readonly kind: 'proposed' | 'alternative' | 'blocked' | 'case';
  /** In words. */
  readonly title: string;
  /** Evidence that the assessment itself gives for it. */
  readonly evidence: readonly string[];
}

/** Every option of an assessment: what it proposes, the alternatives, what a guard rules out, and the case as a whole. */
export function optionsOf({ nextStep }: Pick<Assessment, 'nextStep'>): readonly Option[] {
  const options: Option[] = [
    {
      option: nextStep.code,
      kind: 'proposed',
      title: nextStep.title,
      evidence: [...nextStep.evidence, ...nextStep.because.flatMap(({ evidence }) => evidence ?? [])],
    },
    ...nextStep.alternatives.map(({ title, evidence }): Option => ({ option: title, kind: 'alternative', title, evidence })),
    ...nextStep.blocked.map(
      ({ option, because }): Option => ({
        option,
        kind: 'blocked',
        title: option,
        evidence: because.flatMap(({ evidence }) => evidence ?? []),
      }),
    ),
    { option: WHOLE_CASE, kind: 'case', title: 'the case as a whole', evidence: [] },
  ];
  const names = new Set<string>();
  return options.filter(({ option }) => !names.has(option) && names.add(option));
}
