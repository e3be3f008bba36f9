import { caseIdFor } from '@tumor-board/write-side';
import type { z } from 'zod';
import type { ShownRequest } from '../http/shows.js';
import type { impactAnswer } from './knowledge-answers.js';

/** The cases that an impact report names as examples. */
export function casesOfImpact({ report }: z.infer<typeof impactAnswer>, { site }: ShownRequest): string[] {
  const references = new Set(report.transitions.flatMap(({ examples }) => examples));
  return [...references].map((reference) => caseIdFor(site, reference));
}
