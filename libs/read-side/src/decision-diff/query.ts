import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { decisionDiff, describeFact } from '@tumor-board/board';
import { problem } from '@tumor-board/kernel';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { decisionIn, readDecidedCase, recordNow, rulesThen } from '../decided-case.js';
import { toDifference } from '../hindsight/query.js';
import { ReadModels } from '../read-models.js';
import type { DecisionDiffView, FactLine } from './view.js';

/** Two decisions of a case compared. */
export class DecisionDiffQuery extends Query<DecisionDiffView> {
  constructor(
    readonly site: string,
    readonly caseId: string,
    /** The id of the earlier decision. */
    readonly from: string,
    /** The id of the later one. */
    readonly to: string,
  ) {
    super();
  }
}

/**
 * Answers from the log.
 * @throws Problem `case.unknown`, `decision.unknown`, `decision.order-invalid` when the first is not the earlier one
 */
@QueryHandler(DecisionDiffQuery)
export class DecisionDiffHandler implements IQueryHandler<DecisionDiffQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseId, from: fromId, to: toId }: DecisionDiffQuery): Promise<DecisionDiffView> {
    const found = await readDecidedCase(this.readModels, site, caseId);
    const [from, to] = [decisionIn(found, fromId), decisionIn(found, toId)];
    if (from.version > to.version) {
      const message = 'expected the id of the earlier decision';
      throw problem('decision.order-invalid', `from: ${message}`, {}, [{ path: 'from', message }]);
    }
    const { knowledge } = this.readModels;
    const { content, headline, step, facts, rules } = decisionDiff({
      from,
      to,
      record: recordNow(found.state),
      policyFrom: rulesThen(found, from, knowledge).policy,
      rulesTo: rulesThen(found, to, knowledge),
    });
    return {
      caseId,
      from: { decisionId: from.decisionId, on: from.on },
      to: { decisionId: to.decisionId, on: to.on },
      content: [...content],
      headline: headline.map(toDifference),
      step: { ...step, causes: [...step.causes] },
      facts: { added: facts.added.map(toFactLine), corrections: facts.corrections.map(toFactLine) },
      rules: { ...rules, policy: [...rules.policy] },
    };
  }
}

/** A fact as one line. */
export const toFactLine = (fact: IdentifiedFact): FactLine => ({
  id: fact.id,
  type: fact.type,
  on: fact.on,
  knownOn: fact.knownOn ?? fact.on,
  what: describeFact(fact),
});
