import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { assessmentOf, draftDecision, recordedTalk } from '@tumor-board/board';
import type { IsoDate } from '@tumor-board/kernel';
import { knowledgeRelease } from '@tumor-board/knowledge';
import { readDecidedCase } from '../decided-case.js';
import { toDeliberation } from '../deliberation/to-view.js';
import { ReadModels } from '../read-models.js';
import { inForceAt } from '../site-knowledge/in-force-at.js';
import type { DecisionDraftView } from './view.js';

/** The decision that would carry out the proposed step, to be completed. */
export class DecisionDraftQuery extends Query<DecisionDraftView> {
  constructor(
    readonly site: string,
    readonly caseId: string,
    readonly today: IsoDate,
  ) {
    super();
  }
}

/**
 * Answers from the log, under what is in force: that is what the decision will be held against.
 * @throws Problem `case.unknown`
 */
@QueryHandler(DecisionDraftQuery)
export class DecisionDraftHandler implements IQueryHandler<DecisionDraftQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseId, today }: DecisionDraftQuery): Promise<DecisionDraftView> {
    const { events, state } = await readDecidedCase(this.readModels, site, caseId);
    const { release, policy } = await inForceAt(this.readModels, site, today);
    const assessment = assessmentOf(state, { release: knowledgeRelease(release), policy });
    const { run, synthesis } = toDeliberation(caseId, { events, state, talk: recordedTalk(events) }, this.readModels.knowledge);
    const { expectationRules, ...draft } = draftDecision(state, assessment, today);
    return {
      caseId,
      version: state.version,
      ...draft,
      panel: run === null || synthesis === null ? null : { run, synthesis },
      expectationRules: expectationRules.map((rule) => ({ ...rule, steps: [...rule.steps] })),
    };
  }
}
