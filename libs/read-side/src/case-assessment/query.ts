import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { recordOf } from '@tumor-board/board';
import { type Fault, isCalendarDate, problem } from '@tumor-board/kernel';
import { assess, knowledgeRelease } from '@tumor-board/knowledge';
import { CaseOverviewHandler, CaseOverviewQuery } from '../case-overview/query.js';
import { ReadModels } from '../read-models.js';
import { foldCase, knowledgeOf, readCase, unknownCase } from '../recorded-case.js';
import type { CaseAssessmentView } from './view.js';

/** Which assessment of a case: as things were on a day, as they were known on a day, as they were recorded by a moment. */
export interface CaseAssessmentOptions {
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
  /** Wait until the overview knows what stands at this position. */
  readonly atLeast?: string | undefined;
}

/** The assessment of a case, valid on one day as known on another. */
export class CaseAssessmentQuery extends Query<CaseAssessmentView> {
  constructor(readonly options: CaseAssessmentOptions) {
    super();
  }
}

/**
 * Answers from the overview what stands now, and from the log everything else.
 * @throws Problem `case.unknown`, also when it had not been opened by then; `horizon.invalid`;
 * `knowledge.unknown-release`; `projection.behind`
 */
@QueryHandler(CaseAssessmentQuery)
export class CaseAssessmentHandler implements IQueryHandler<CaseAssessmentQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly overview: CaseOverviewHandler,
  ) {}

  async execute({ options }: CaseAssessmentQuery): Promise<CaseAssessmentView> {
    const { site, caseId, validOn, knownOn, release, atLeast } = options;
    const recordedBefore = options.recordedBefore === undefined ? undefined : microseconds(options.recordedBefore);
    checkDays({ validOn, knownOn });
    const horizon = { validOn: validOn ?? null, knownOn: knownOn ?? null, recordedBefore: recordedBefore ?? null };

    if (validOn === undefined && knownOn === undefined && recordedBefore === undefined && release === undefined) {
      const { version, assessment } = await this.overview.execute(new CaseOverviewQuery(site, caseId, atLeast));
      return { caseId, version, ...horizon, release: assessment.knowledge, assessment, current: true };
    }

    const all = await readCase(this.readModels.eventStore, site, caseId);
    const state = foldCase(recordedBefore === undefined ? all : all.filter((event) => event.recordedAt < recordedBefore));
    const now = foldCase(all);
    if (state.status === 'none' || now.status === 'none') throw unknownCase();
    const then = knowledgeOf(state, this.readModels.knowledge);
    const assessment = assess(recordOf(state), release === undefined ? then.release : knowledgeRelease(release), then.policy, {
      validOn,
      knownOn,
    });
    const today = knowledgeOf(now, this.readModels.knowledge);
    const standing = assess(recordOf(now), today.release, today.policy);
    return {
      caseId,
      version: state.version,
      ...horizon,
      release: assessment.knowledge,
      assessment,
      current: assessment.fingerprint === standing.fingerprint,
    };
  }
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
