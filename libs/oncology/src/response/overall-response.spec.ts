import { describe, expect, it } from 'vitest';
import { afterCompleteResponse, type NonTargetResponse, overallResponse } from './overall-response.js';
import type { RecistResponse } from './response-series.js';
import type { TargetResponse } from './target-response.js';

const NON_TARGETS: readonly NonTargetResponse[] = ['CR', 'non-CR/non-PD', 'PD', 'NE', 'none'];

describe('overall response (RECIST 1.1, tables 1 and 2)', () => {
  const table: [TargetResponse, Record<NonTargetResponse, RecistResponse>][] = [
    ['CR', { CR: 'CR', 'non-CR/non-PD': 'PR', PD: 'PD', NE: 'PR', none: 'CR' }],
    ['PR', { CR: 'PR', 'non-CR/non-PD': 'PR', PD: 'PD', NE: 'PR', none: 'PR' }],
    ['SD', { CR: 'SD', 'non-CR/non-PD': 'SD', PD: 'PD', NE: 'SD', none: 'SD' }],
    ['PD', { CR: 'PD', 'non-CR/non-PD': 'PD', PD: 'PD', NE: 'PD', none: 'PD' }],
    ['NE', { CR: 'NE', 'non-CR/non-PD': 'NE', PD: 'PD', NE: 'NE', none: 'NE' }],
    ['none', { CR: 'CR', 'non-CR/non-PD': 'non-CR/non-PD', PD: 'PD', NE: 'NE', none: 'NE' }],
  ];
  const rows = table.flatMap(([target, row]) => NON_TARGETS.map((nonTarget) => [target, nonTarget, row[nonTarget]] as const));

  it.each(rows)('targets %s, non-targets %s, no new lesion: %s', (target, nonTarget, overall) => {
    expect(overallResponse(target, nonTarget, false)).toBe(overall);
  });

  it.each(rows)('targets %s, non-targets %s with a new lesion: PD', (target, nonTarget) => {
    expect(overallResponse(target, nonTarget, true)).toBe('PD');
  });
});

describe('after a complete response', () => {
  it.each([
    ['a regrowth still far below baseline is stable disease', 'PR', 'PR', 'none', 'SD'],
    ['a regrowth near baseline is stable disease', 'SD', 'SD', 'CR', 'SD'],
    ['non-target disease seen again beside cleared targets is stable disease', 'PR', 'CR', 'non-CR/non-PD', 'SD'],
    ['non-target-only disease seen again keeps its own word', 'non-CR/non-PD', 'none', 'non-CR/non-PD', 'non-CR/non-PD'],
    ['nothing regrew when only the non-targets were not seen', 'PR', 'CR', 'NE', null],
    ['progression stays progression', 'PD', 'PD', 'none', null],
    ['a complete response stays one', 'CR', 'CR', 'CR', null],
    ['what was not evaluable stays so', 'NE', 'NE', 'none', null],
  ] as const)('%s', (_, timePoint, target, nonTarget, overall) => {
    expect(afterCompleteResponse(timePoint, target, nonTarget)).toBe(overall);
  });
});
