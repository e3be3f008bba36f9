import { SetMetadata } from '@nestjs/common';

/** What of a request says which cases its answer shows. */
export interface ShownRequest {
  readonly site: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/** Cases that an answer shows, and records of persons whose identity it shows, by their ids. */
export interface ShownIds {
  readonly cases: readonly string[];
  readonly patients: readonly string[];
}

/** The ids of the cases that an answer shows, from what the handler returned; with those of the persons it names, if any. */
export type CasesOf = (answer: never, request: ShownRequest) => readonly string[] | ShownIds;

/**
 * What a route shows of patients, for the read log. `case`: the case of the path (`caseId`, or `id` under `cases/`).
 * A function: the cases in what the handler returned. `nothing`: no case.
 */
export type Shown = 'nothing' | 'case' | CasesOf;

export const SHOWS = 'tumor-board:shows';

/**
 * Says which cases a route shows, so that who saw which case is recorded before the answer is sent:
 * `@Shows('case')`, `@Shows((page: QueueAnswer) => page.cases.map(({ id }) => id))`, `@Shows('nothing')`.
 * Every route that is not for anyone must say it.
 */
export const Shows = (shown: Shown): MethodDecorator => SetMetadata(SHOWS, shown);

export const READS_ONLY = 'tumor-board:reads-only';

/** Says of a route that is asked with a body that it records nothing: no event tells what it showed, only the read log does. */
export const ReadsOnly = (): MethodDecorator => SetMetadata(READS_ONLY, true);
