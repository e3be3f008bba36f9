import { type Fault, type IsoDate, type Problem, problem } from '@tumor-board/kernel';
import type { Case, OpenCaseState } from './case-state.js';

/** @throws Problem `case.unknown` */
export function known(state: Case): OpenCaseState {
  if (state.status === 'none') throw problem('case.unknown', 'There is no such case.');
  return state;
}

/** @throws Problem `case.patient-died` */
export function refuseAfterDeath({ board }: OpenCaseState): void {
  if (board.deaths.length === 0) return;
  throw problem('case.patient-died', 'The patient has died: nothing more waits for the board.', { facts: board.deaths });
}

/** A refusal that names every field and what was expected of it. */
export const invalid = (code: string, what: string, faults: readonly Fault[]): Problem =>
  problem(code, `${what}: ${faults.map(({ path, message }) => `${path}: ${message}`).join('; ')}`, {}, faults);

/** The fault of a day that has passed. */
export const notBefore = (today: IsoDate, path: string, day: IsoDate | undefined): readonly Fault[] =>
  day === undefined || day >= today ? [] : [{ path, message: `expected a day from ${today} on` }];

/** The data without the fields that were given as undefined, so that what is decided equals what is stored. */
export const stated = <Data extends object>(data: Data): Data =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as Data;
