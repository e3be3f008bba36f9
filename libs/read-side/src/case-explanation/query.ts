import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { parsePosition } from '@tumor-board/event-store';
import { type CaseRecord, partNamed, recordAt, trace, whatWouldChange } from '@tumor-board/knowledge';
import { caseAtHorizon, type HorizonOptions } from '../case-at-horizon.js';
import { ReadModels } from '../read-models.js';
import type { CaseExplanationView } from './view.js';

/** The explanation of which part of which case, read how. */
export interface CaseExplanationOptions extends HorizonOptions {
  /** The name of a part: `nextStep`, `m1.YAO23`, `stage`. */
  readonly part: string;
  /** A position that must have been read: the log always has. */
  readonly atLeast?: string | undefined;
}

/** Why one part of the assessment of a case is what it is, and what would change it. */
export class CaseExplanationQuery extends Query<CaseExplanationView> {
  constructor(readonly options: CaseExplanationOptions) {
    super();
  }
}

/**
 * Answers from the log.
 * @throws Problem `knowledge.unknown-part`, which names the known ones; `case.unknown`, `horizon.invalid`,
 * `knowledge.unknown-release`, `position.invalid`
 */
@QueryHandler(CaseExplanationQuery)
export class CaseExplanationHandler implements IQueryHandler<CaseExplanationQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ options }: CaseExplanationQuery): Promise<CaseExplanationView> {
    if (options.atLeast !== undefined) parsePosition(options.atLeast);
    const { view, record, release, policy, horizon, assessment } = await caseAtHorizon(this.readModels, options);
    const part = partNamed(options.part, release);
    const then = recordAt(record, horizon);
    return {
      ...view,
      fingerprint: assessment.fingerprint,
      trace: trace(record, assessment, part, { release, horizon }),
      whatWouldChange: whatWouldChange(then, release, policy, part, { maxAssessments: assessmentsFor(then) }),
    };
  }
}

const FEWEST_ASSESSMENTS = 60;
const MOST_ASSESSMENTS = 300;
/** Facts read in a search: a few tens of milliseconds' work, so that a long record does not keep other requests waiting. */
const FACTS_READ = 9_000;

/** How many assessments a search may make. By the length of the record and not by the clock, so that its answer is always the same. */
const assessmentsFor = ({ facts }: CaseRecord): number =>
  Math.min(MOST_ASSESSMENTS, Math.max(FEWEST_ASSESSMENTS, Math.floor(FACTS_READ / Math.max(1, facts.length))));
