import type { DecisionContent, Signature } from '../decision/decision-content.js';
import {
  caseEntries,
  decisionsIn,
  entry,
  factTable,
  identityEntries,
  inWords,
  type RecordedCaseEvent,
  type RecordedDecision,
  type RecordedPatientEvent,
  sourceOf,
} from './case-pieces.js';
import { type Block, cited, type Entry, type Piece, type PrintedDocument, plain, type Source } from './printed-document.js';

/** What an outcome letter is made of. */
export interface OutcomeLetterInput {
  /** Every event of the case, in order. */
  readonly events: readonly RecordedCaseEvent[];
  /** The events of its patient; empty when the reader may not see who it is, or nobody was registered. */
  readonly patient: readonly RecordedPatientEvent[];
  readonly decisionId: string;
}

/**
 * The letter that tells what a board decided: what was known, what was proposed, what was decided and why, who is to do
 * what, and who signed. Undefined when the case has no such decision. A letter about a decision that no longer stands
 * says so in its first line.
 */
export function outcomeLetter({ events, patient, decisionId }: OutcomeLetterInput): PrintedDocument | undefined {
  const decision = decisionsIn(events).find((event) => event.data.decisionId === decisionId);
  if (decision === undefined) return undefined;
  const before = events.filter(({ streamVersion }) => streamVersion < decision.streamVersion);
  return {
    kind: 'outcome-letter',
    title: 'Outcome of the tumour board',
    blocks: [
      ...standing(events, decision),
      { kind: 'entries', entries: [...identityEntries(patient), ...caseEntries(events), ...occasion(before, decision)] },
      { kind: 'heading', level: 2, text: 'Decision' },
      { kind: 'entries', entries: decided(decision) },
      ...alternatives(decision),
      ...dissent(decision),
      ...actions(decision),
      { kind: 'heading', level: 2, text: 'What it rests on' },
      { kind: 'entries', entries: basis(decision) },
      factTable(before),
      { kind: 'heading', level: 2, text: 'Signatures' },
      signatures(events, decision),
    ],
    footer: [plain('Content '), cited(sourceOf(decision), decision.data.contentHash)],
  };
}

/** A warning where the decision was superseded or an input of it has changed since. */
function standing(events: readonly RecordedCaseEvent[], decision: RecordedDecision): readonly Block[] {
  const { decisionId } = decision.data;
  const warnings: Piece[] = [];
  const later = decisionsIn(events).find((event) => event.data.supersedes === decisionId);
  if (later !== undefined) warnings.push(cited(sourceOf(later), `Superseded by a decision of ${later.data.on}.`));
  const review = events.find((event) => event.type === 'DecisionNeedsReview' && event.data.decisionId === decisionId);
  if (review?.type === 'DecisionNeedsReview' && later === undefined) {
    warnings.push(cited(sourceOf(review), `Needs review: ${inWords(review.data.trigger.kind)}.`));
  }
  if (decision.data.provisional) warnings.push(cited(sourceOf(decision), 'Provisional: the board was not quorate.'));
  return warnings.length === 0 ? [] : [{ kind: 'paragraph', pieces: warnings }];
}

function occasion(before: readonly RecordedCaseEvent[], decision: RecordedDecision): readonly Entry[] {
  const referral = before.findLast((event) => event.type === 'CaseReferred');
  const question = referral?.type === 'CaseReferred' ? entry('Question', sourceOf(referral), referral.data.question) : [];
  return [...entry('Decided on', sourceOf(decision), decision.data.on), ...question];
}

function decided(decision: RecordedDecision): readonly Entry[] {
  const { content, quorum } = decision.data;
  const source = sourceOf(decision);
  const { override, preference } = content;
  return [
    ...entry('Step', source, inWords(content.step)),
    ...entry('Plan', source, content.plan),
    ...entry('Intent', source, inWords(content.intent)),
    ...entry('Rationale', source, content.rationale),
    ...entry('Contingency', source, content.contingency),
    ...entry('Otherwise than proposed', source, override === undefined ? undefined : `${inWords(override.reason)}: ${override.comment}`),
    ...entry('Patient', source, [inWords(preference.stand), preference.text].filter((part) => part !== undefined).join(': ')),
    ...entry('Guidelines', source, content.guidelines.map(({ guideline, position }) => `${guideline} ${position}`).join(', ')),
    ...entry('Quorum', source, quorumText(quorum)),
    ...entry('Review on', source, content.reviewOn),
  ];
}

const quorumText = ({ state, missing }: RecordedDecision['data']['quorum']): string =>
  missing.length === 0 ? inWords(state) : `${inWords(state)}, without ${missing.map(inWords).join(', ')}`;

function alternatives(decision: RecordedDecision): readonly Block[] {
  const { content } = decision.data;
  const source = sourceOf(decision);
  const heading: Block = { kind: 'heading', level: 3, text: 'Alternatives considered' };
  if (content.alternatives.length === 0) {
    return [heading, { kind: 'paragraph', pieces: [cited(source, `None: ${content.noAlternatives ?? 'no reason was given'}`)] }];
  }
  const rows = content.alternatives.map(({ option, because }) => [cited(source, option), cited(source, because)]);
  return [heading, { kind: 'table', columns: ['Option', 'Why not'], rows }];
}

function dissent(decision: RecordedDecision): readonly Block[] {
  const { content } = decision.data;
  if (content.dissent.length === 0) return [];
  const source = sourceOf(decision);
  const rows = content.dissent.map(({ by, discipline, text }) => [
    cited(source, discipline === undefined ? by : `${by}, ${inWords(discipline)}`),
    cited(source, text),
  ]);
  return [
    { kind: 'heading', level: 3, text: 'Dissent, word for word' },
    { kind: 'table', columns: ['By', 'Said'], rows },
  ];
}

function actions(decision: RecordedDecision): readonly Block[] {
  const { actions: planned, expectations } = decision.data.content;
  const source = sourceOf(decision);
  const rows = [
    ...planned.map(({ what, owner, dueOn }) => [cited(source, what), cited(source, ownerText(owner)), cited(source, dueOn)]),
    ...expectations.map(({ result, dueOn }) => [cited(source, `${inWords(result)} expected`), plain(''), cited(source, dueOn)]),
  ];
  if (rows.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: 'What is to happen' },
    { kind: 'table', columns: ['What', 'Who', 'By'], rows },
  ];
}

const ownerText = (owner: DecisionContent['actions'][number]['owner']): string =>
  'account' in owner ? owner.account : inWords(owner.discipline);

/** The parts of a headline that a letter repeats. */
const SHOWN = /^(?:stage|oligometastatic|m1\..+|ebvDna\..+|response\..+)$/;

function basis(decision: RecordedDecision): readonly Entry[] {
  const source = sourceOf(decision);
  const { basis: shown } = decision.data;
  const parts = Object.entries(shown.headline)
    .filter(([part]) => SHOWN.test(part))
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
  return [
    ...entry('Knowledge release', source, shown.release),
    ...entry('As of', source, shown.asOf),
    ...entry('Proposed', source, inWords(shown.proposed)),
    // The names of published systems have digits in them, so the name is part of what is cited.
    ...parts.map(([part, value]): Entry => ({ label: '', value: [cited(source, `${part}: ${value}`)] })),
    ...entry('Blocked', source, shown.blocked.join('; ')),
    ...entry('Missing', source, shown.missing.join(', ')),
  ];
}

function signatures(events: readonly RecordedCaseEvent[], decision: RecordedDecision): Block {
  const { decisionId, signature } = decision.data;
  const signed: { readonly source: Source; readonly signature: Signature }[] = [{ source: sourceOf(decision), signature }];
  for (const event of events) {
    if (event.type === 'DecisionSigned' && event.data.decisionId === decisionId) {
      signed.push({ source: sourceOf(event), signature: event.data.signature });
    }
  }
  return {
    kind: 'table',
    columns: ['Name', 'As', 'Signed at'],
    rows: signed.map(({ source, signature: one }) => [
      cited(source, one.discipline === undefined ? one.name : `${one.name}, ${inWords(one.discipline)}`),
      cited(source, one.meaning),
      cited(source, one.at),
    ]),
  };
}
