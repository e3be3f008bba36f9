import type { Fault } from '@tumor-board/kernel';
import { faultsOf } from '@tumor-board/oncology';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/**
 * Where a value may have one of several forms, the issues of the form that it comes closest to: the one it does not
 * fail as a whole.
 */
const closest = (issue: Issue): Issue[] => {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const form = issue.errors.find((issues) => issues.every((one) => one.path.length > 0 || one.code === 'unrecognized_keys')) ?? [];
  return form.length === 0 ? [issue] : form.flatMap((one) => closest({ ...one, path: [...issue.path, ...one.path] }));
};

/** The faults of a request that failed its schema, by path. */
export const requestFaults = (issues: readonly Issue[]): Fault[] => faultsOf({ issues: issues.flatMap(closest) } as z.ZodError);
