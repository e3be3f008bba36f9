import { type OpenCaseState, recordOf } from '@tumor-board/board';
import { type Fault, isCalendarDate, problem } from '@tumor-board/kernel';
import { type Assessment, assess, type CaseRecord, type KnowledgeRelease, knowledgeRelease, type SitePolicy } from '@tumor-board/knowledge';
import type { Horizon } from '@tumor-board/oncology';
import { z } from 'zod';
import { instant } from './instant.js';
import type { ReadModels } from './read-models.js';
import { foldCase, knowledgeOf, readCase, unknownCase } from './recorded-case.js';

/** Which reading of a case: as things were on a day, as they were known on a day, as they were recorded by a moment. */
export interface HorizonOptions {
  readonly site: string;
  readonly caseId: string;
  /** Facts that were true by this day. */
  readonly validOn?: string | undefined;
  /** Facts that had reached the record by this day. */
  readonly knownOn?: string | undefined;
  /** Facts that were recorded here before this moment, ISO 8601. */
  readonly recordedBefore?: string | undefined;
  /** Under this knowledge release; default the one the case was last assessed under, by then. */
  readonly release?: string | undefined;
}

/** What every view that is asked at a horizon says of its reading. */
export const horizonView = {
  caseId: z.uuid(),
  /** The version of the case up to which events were read. */
  version: z.int(),
  /** The horizon that was asked for; null where it was not. */
  validOn: z.iso.date().nullable(),
  knownOn: z.iso.date().nullable(),
  recordedBefore: instant.nullable(),
  /** Id of the knowledge release it was assessed under. */
  release: z.string(),
  /** True when this is the advice that stands: its fingerprint is that of the whole record under what it was last assessed under. */
  current: z.boolean(),
};
const view = z.strictObject(horizonView);

/** A reading of a case as views tell it. */
export type HorizonView = z.infer<typeof view>;
/** The horizon of a question, checked. */
export type AskedHorizon = Pick<HorizonView, 'validOn' | 'knownOn' | 'recordedBefore'>;

/** A case read at a horizon, with its assessment there and what that was made of. */
export interface CaseAtHorizon {
  readonly view: HorizonView;
  /** The case after what was recorded by then. */
  readonly state: OpenCaseState;
  /** That its texts were erased, at whatever time: they are gone from every reading. Null when they are there. */
  readonly erased: (NonNullable<OpenCaseState['erased']> & { readonly by: string }) | null;
  readonly record: CaseRecord;
  readonly release: KnowledgeRelease;
  readonly policy: SitePolicy;
  readonly horizon: Horizon;
  readonly assessment: Assessment;
}

/**
 * The horizon that is asked for, with the moment as the log writes moments.
 * @throws Problem `horizon.invalid`
 */
export function askedHorizon({ validOn, knownOn, recordedBefore }: HorizonOptions): AskedHorizon {
  const moment = recordedBefore === undefined ? null : microseconds(recordedBefore);
  checkDays({ validOn, knownOn });
  return { validOn: validOn ?? null, knownOn: knownOn ?? null, recordedBefore: moment };
}

/**
 * Reads a case from the log, which is never behind, and assesses it.
 * @throws Problem `case.unknown`, also when it had not been opened by then; `horizon.invalid`; `knowledge.unknown-release`
 */
export async function caseAtHorizon(readModels: ReadModels, options: HorizonOptions): Promise<CaseAtHorizon> {
  const { site, caseId, validOn, knownOn } = options;
  const asked = askedHorizon(options);
  const { recordedBefore } = asked;
  const all = await readCase(readModels.eventStore, site, caseId);
  const state = foldCase(recordedBefore === null ? all : all.filter((event) => event.recordedAt < recordedBefore));
  const now = foldCase(all);
  if (state.status === 'none' || now.status === 'none') throw unknownCase();
  const then = knowledgeOf(state, readModels.knowledge);
  const release = options.release === undefined ? then.release : knowledgeRelease(options.release);
  const record = recordOf(state);
  const horizon = { validOn, knownOn };
  const assessment = assess(record, release, then.policy, horizon);
  const today = knowledgeOf(now, readModels.knowledge);
  const standing = assess(recordOf(now), today.release, today.policy);
  const current = assessment.fingerprint === standing.fingerprint;
  return {
    view: { caseId, version: state.version, ...asked, release: release.id, current },
    state,
    erased: now.erased && { ...now.erased, by: all.find(({ type }) => type === 'CaseErased')?.metadata.actor ?? '' },
    record,
    release,
    policy: then.policy,
    horizon,
    assessment,
  };
}

const EXACT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/;

/** The moment as the log writes moments, which compare as texts. */
function microseconds(moment: string): string {
  if (EXACT.test(moment)) return moment;
  const milliseconds = Date.parse(moment);
  if (Number.isNaN(milliseconds)) throw invalid([{ path: 'recordedBefore', message: 'expected a moment such as 2025-01-06T09:30:00Z' }]);
  return new Date(milliseconds).toISOString().replace('Z', '000Z');
}

function checkDays(days: Readonly<Record<string, string | undefined>>): void {
  const faults = Object.entries(days).flatMap(([path, day]): Fault[] =>
    day === undefined || isCalendarDate(day) ? [] : [{ path, message: 'expected a calendar date such as 2025-01-06' }],
  );
  if (faults.length > 0) throw invalid(faults);
}

const invalid = (faults: readonly Fault[]) =>
  problem('horizon.invalid', faults.map((fault) => `${fault.path}: ${fault.message}`).join('; '), {}, faults);
