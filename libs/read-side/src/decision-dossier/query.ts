import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  basisHashOf,
  contentHashOf,
  describeEvent,
  digestOfAssessment,
  expectationsOf,
  factOf,
  recordsFact,
  standingDecision,
} from '@tumor-board/board';
import { assess, outlookOf, trialSubject } from '@tumor-board/knowledge';
import { toDecision } from '../case-board/to-view.js';
import { decisionIn, readDecidedCase, recordThen, rulesThen } from '../decided-case.js';
import { toFactLine } from '../decision-diff/query.js';
import { saidBefore } from '../deliberation/to-view.js';
import { ReadModels } from '../read-models.js';
import type { DecisionDossierView } from './view.js';

/** Why a decision was made and what became of it. */
export class DecisionDossierQuery extends Query<DecisionDossierView> {
  constructor(
    readonly site: string,
    readonly caseId: string,
    readonly decisionId: string,
  ) {
    super();
  }
}

/**
 * Answers from the log: the facts of then are assessed again under the rules of then.
 * @throws Problem `case.unknown`, `decision.unknown`, `knowledge.unknown-release`
 */
@QueryHandler(DecisionDossierQuery)
export class DecisionDossierHandler implements IQueryHandler<DecisionDossierQuery> {
  constructor(private readonly readModels: ReadModels) {}

  async execute({ site, caseId, decisionId }: DecisionDossierQuery): Promise<DecisionDossierView> {
    const found = await readDecidedCase(this.readModels, site, caseId);
    const { events, state } = found;
    const decision = decisionIn(found, decisionId);
    const { basis, content } = decision;
    const { release, policy } = rulesThen(found, decision, this.readModels.knowledge);
    const record = recordThen(found, decision);
    const assessment = assess(record, release, policy);
    const standing = standingDecision(state);
    const stands = standing?.decision.decisionId === decisionId;
    return {
      caseId,
      reference: state.head.reference,
      version: state.version,
      decision: toDecision(decision),
      state: stands ? standing.review : 'superseded',
      signedOnEarlierVersion: state.knownAt !== basis.version,
      known: {
        version: basis.version,
        asOf: basis.asOf,
        facts: events
          .filter((event) => event.streamVersion <= basis.version)
          .flatMap((event) =>
            recordsFact(event) ? [{ ...toFactLine(factOf(event)), version: event.streamVersion, recordedAt: event.recordedAt }] : [],
          ),
      },
      advised: {
        release: release.id,
        policy,
        assessment,
        outlook: outlookOf(assessment, trialSubject(record, {})),
        digest: checked(basis.digest, digestOfAssessment(assessment)),
        fingerprint: checked(basis.fingerprint, assessment.fingerprint),
      },
      said: {
        dissent: content.dissent,
        alternatives: content.alternatives,
        noAlternatives: content.noAlternatives ?? null,
        panel: saidBefore(caseId, found, decision.version, this.readModels.knowledge),
      },
      decided: {
        basis: checked(decision.basisHash, basisHashOf(basis)),
        content: {
          ...checked(decision.contentHash, contentHashOf(decisionId, content, decision.basisHash)),
          ...(state.erased === null ? {} : { matches: null }),
        },
        followedProposal: content.step === basis.proposed,
      },
      done: {
        actions: decision.actions.map((action) => ({ ...action })),
        expectations: stands ? expectationsOf(state).map((expected) => ({ ...expected })) : null,
        after: events
          .filter((event) => event.streamVersion > decision.version)
          .map((event) => ({
            version: event.streamVersion,
            type: event.type,
            what: describeEvent(event),
            actor: event.metadata.actor,
            recordedAt: event.recordedAt,
            factId: recordsFact(event) ? event.data.id : null,
          })),
      },
    };
  }
}

const checked = (recorded: string, recomputed: string) => ({ recorded, recomputed, matches: recorded === recomputed });
