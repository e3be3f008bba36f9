import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type HindsightDifference, hindsight } from '@tumor-board/board';
import { type DecidedCase, decisionIn, readDecidedCase, recordThen, rulesThen, unknownDecision } from '../decided-case.js';
import { ReadModels } from '../read-models.js';
import type { HindsightView, MeetingHindsightView } from './view.js';

/** A decision looked back at: as decided, the same facts with today's rules, today's facts with today's rules. */
export class HindsightQuery extends Query<HindsightView> {
  constructor(
    readonly site: string,
    readonly decisionId: string,
    /** Wait until the list of decisions knows what stands at this position. */
    readonly atLeast?: string | undefined,
  ) {
    super();
  }
}

/** Every decision of a meeting looked back at. */
export class MeetingHindsightQuery extends Query<MeetingHindsightView> {
  constructor(
    readonly site: string,
    readonly meetingId: string,
    readonly atLeast?: string | undefined,
  ) {
    super();
  }
}

/**
 * Finds the case in the list of decisions and answers from the log.
 * @throws Problem `decision.unknown`, `projection.behind`
 */
@QueryHandler(HindsightQuery)
export class HindsightHandler implements IQueryHandler<HindsightQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, decisionId, atLeast }: HindsightQuery): Promise<HindsightView> {
    await this.readModels.reached('decision-list', atLeast);
    const row = await this.readModels.db
      .selectFrom('read_model.decision as d')
      .select('d.case_id')
      .where('d.decision_id', '=', decisionId)
      .where('d.site', '=', site)
      .executeTakeFirst();
    if (row === undefined) throw unknownDecision(decisionId);
    return lookBack(row.case_id, await readDecidedCase(this.readModels, site, row.case_id), decisionId, this.readModels);
  }
}

/** @throws Problem `projection.behind` */
@QueryHandler(MeetingHindsightQuery)
export class MeetingHindsightHandler implements IQueryHandler<MeetingHindsightQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, meetingId, atLeast }: MeetingHindsightQuery): Promise<MeetingHindsightView> {
    await this.readModels.reached('decision-list', atLeast);
    const rows = await this.readModels.db
      .selectFrom('read_model.decision as d')
      .select(['d.case_id', 'd.decision_id'])
      .where('d.meeting_id', '=', meetingId)
      .where('d.site', '=', site)
      .orderBy('d.recorded_at')
      .orderBy('d.decision_id')
      .execute();
    const decisions: HindsightView[] = [];
    for (const { case_id: caseId, decision_id: decisionId } of rows) {
      decisions.push(lookBack(caseId, await readDecidedCase(this.readModels, site, caseId), decisionId, this.readModels));
    }
    return { meetingId, decisions };
  }
}

function lookBack(caseId: string, found: DecidedCase, decisionId: string, { knowledge }: ReadModels): HindsightView {
  const decision = decisionIn(found, decisionId);
  const { differences, order, ...seen } = hindsight({
    decision,
    recordThen: recordThen(found, decision),
    facts: found.state.facts.toArray(),
    policyThen: rulesThen(found, decision, knowledge).policy,
    today: found.today,
  });
  return {
    caseId,
    reference: found.state.head.reference,
    decisionId,
    on: decision.on,
    meetingId: decision.meetingId,
    isSuperseded: decision.supersededBy !== null,
    ...seen,
    order: [...order],
    differences: differences.map(toDifference),
  };
}

/** A difference as views tell it. */
export const toDifference = ({ facts, ...difference }: HindsightDifference): HindsightView['differences'][number] => ({
  ...difference,
  facts: [...facts],
});
