import { assessmentBlocks, headlineBlocks, proposalEntries } from './assessment-blocks.js';
import {
  caseEntries,
  decisionsIn,
  erasure,
  identityEntries,
  questionEntries,
  type RecordedCaseEvent,
  type RecordedDecision,
  type ShownPatient,
  sourceOf,
} from './case-pieces.js';
import { decisionEntries, decisionTables, signatureTable, signedNames, standingOfDecision } from './decision-blocks.js';
import { knownCase } from './known-case.js';
import { type Block, cited, heading, type PrintedDocument, plain, section } from './printed-document.js';
import { factTable } from './standing-facts.js';

/** What an outcome letter is made of. */
export interface OutcomeLetterInput {
  /** Every event of the case, in order. */
  readonly events: readonly RecordedCaseEvent[];
  /** The events of its patient; empty when nobody was registered. */
  readonly patient: ShownPatient;
  readonly decisionId: string;
}

/**
 * The letter that tells what a board decided: what was decided and why, who is to do what and who signed, then what it
 * rests on as it was known and shown at that moment. Undefined when the case has no such decision. A letter about a
 * decision that no longer stands says so in its first line.
 */
export function outcomeLetter({ events, patient, decisionId }: OutcomeLetterInput): PrintedDocument | undefined {
  const decision = decisionsIn(events).find((event) => event.data.decisionId === decisionId);
  if (decision === undefined) return undefined;
  const before = events.filter(({ streamVersion }) => streamVersion < decision.streamVersion);
  const warnings = [...standingOfDecision(events, decision), ...erasure(events)];
  return {
    kind: 'outcome-letter',
    title: 'Outcome of the tumour board',
    blocks: [
      ...(warnings.length === 0 ? [] : [{ kind: 'warning', pieces: warnings } as const]),
      { kind: 'entries', entries: [...identityEntries(patient), ...caseEntries(events), ...questionEntries(before)] },
      heading(2, 'Decision'),
      { kind: 'entries', entries: decisionEntries(decision) },
      ...decisionTables(decision, signedNames(events)),
      ...section(2, 'Signatures', signatureTable(events, decision)),
      heading(2, 'What was proposed and what it rests on'),
      ...basis(events, decision),
      ...section(2, 'What was recorded by then', factTable(events.filter(isKnownTo(decision)))),
    ],
    footer: [plain('Hash of the signed content: '), cited(sourceOf(decision), decision.data.contentHash)],
  };
}

const isKnownTo =
  ({ data }: RecordedDecision) =>
  ({ streamVersion }: RecordedCaseEvent): boolean =>
    streamVersion <= data.basis.version;

function basis(events: readonly RecordedCaseEvent[], decision: RecordedDecision): readonly Block[] {
  const { basis: shown } = decision.data;
  const known = knownCase(events, shown.version, shown);
  if (known === undefined) return headlineBlocks(shown.headline, sourceOf(decision));
  return [{ kind: 'entries', entries: proposalEntries(known) }, ...assessmentBlocks(known, events.filter(isKnownTo(decision)))];
}
