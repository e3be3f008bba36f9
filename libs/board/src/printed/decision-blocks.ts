import { inWords } from '@tumor-board/oncology';
import type { DecisionContent, Signature } from '../decision/decision-content.js';
import { decisionsIn, entry, type RecordedCaseEvent, type RecordedDecision, sourceOf } from './case-pieces.js';
import { changesInWords } from './labels.js';
import { type Block, cited, type Entry, type Piece, plain, type Source, section } from './printed-document.js';

/** What must be said before a decision is read: superseded, in need of review, provisional. Nothing of one that stands. */
export function standingOfDecision(events: readonly RecordedCaseEvent[], decision: RecordedDecision): readonly Piece[] {
  const { decisionId, provisional, quorum } = decision.data;
  const later = decisionsIn(events).find((event) => event.data.supersedes === decisionId);
  const review = later === undefined ? reviewOf(events, decisionId) : undefined;
  const without = quorum.missing.length === 0 ? '' : `, without ${quorum.missing.map(inWords).join(', ')}`;
  return [
    ...(later === undefined
      ? []
      : [cited(sourceOf(later), `Superseded by a decision of ${later.data.on}: ${inWords(later.data.content.step)}.`)]),
    ...(review === undefined ? [] : [review]),
    ...(provisional ? [cited(sourceOf(decision), `Provisional: the board was not quorate${without}.`)] : []),
  ];
}

function reviewOf(events: readonly RecordedCaseEvent[], decisionId: string): Piece | undefined {
  const review = events.findLast((event) => event.type === 'DecisionNeedsReview' && event.data.decisionId === decisionId);
  if (review?.type !== 'DecisionNeedsReview') return undefined;
  const { on, trigger } = review.data;
  const changes = changesInWords(trigger.changed);
  return cited(sourceOf(review), `Needs review since ${on}: ${inWords(trigger.kind)}${changes === '' ? '' : ` (${changes})`}.`);
}

/** What was decided and why. */
export function decisionEntries(decision: RecordedDecision): readonly Entry[] {
  const { content, quorum } = decision.data;
  const source = sourceOf(decision);
  const { override, preference } = content;
  const patient = preference.text === undefined ? inWords(preference.stand) : `${inWords(preference.stand)} – ${preference.text}`;
  return [
    ...entry('Decided on', source, decision.data.on),
    ...entry('Step', source, inWords(content.step)),
    ...entry('Plan', source, content.plan),
    ...entry('Intent', source, inWords(content.intent)),
    ...entry('Rationale', source, content.rationale),
    ...entry('Contingency', source, content.contingency),
    ...entry('Other than proposed', source, override === undefined ? undefined : `${inWords(override.reason)} – ${override.comment}`),
    ...entry('Patient', source, patient),
    ...entry('Guidelines', source, content.guidelines.map(({ guideline, position }) => `${guideline} ${position}`).join('; ')),
    ...entry('Quorum', source, quorumText(quorum)),
    ...entry('Review on', source, content.reviewOn),
  ];
}

function quorumText({ state, present, missing }: RecordedDecision['data']['quorum']): string {
  const there = present.length === 0 ? '' : `; present ${present.map(inWords).join(', ')}`;
  const absent = missing.length === 0 ? '' : `; missing ${missing.map(inWords).join(', ')}`;
  return `${inWords(state)}${there}${absent}`;
}

/** What else was weighed, word for word what was said against, and what is to happen. */
export function decisionTables(decision: RecordedDecision, names: ReadonlyMap<string, string>): readonly Block[] {
  return [
    ...alternatives(decision),
    ...section(3, 'Dissent, word for word', dissent(decision)),
    ...section(3, 'What is to happen', actions(decision, names)),
  ];
}

function alternatives(decision: RecordedDecision): readonly Block[] {
  const { content } = decision.data;
  const source = sourceOf(decision);
  if (content.alternatives.length === 0) {
    const none: Block = { kind: 'paragraph', pieces: [cited(source, `None – ${content.noAlternatives ?? 'no reason was given'}`)] };
    return section(3, 'Alternatives considered', none);
  }
  const rows = content.alternatives.map(({ option, because }) => [cited(source, option), cited(source, because)]);
  return section(3, 'Alternatives considered', { kind: 'table', columns: ['Option', 'Why not'], rows });
}

function dissent(decision: RecordedDecision): Block {
  const source = sourceOf(decision);
  const rows = decision.data.content.dissent.map(({ by, discipline, text }) => [
    cited(source, discipline === undefined ? by : `${by}, ${inWords(discipline)}`),
    cited(source, text),
  ]);
  return { kind: 'table', columns: ['By', 'Said'], rows };
}

function actions(decision: RecordedDecision, names: ReadonlyMap<string, string>): Block {
  const { actions: planned, expectations } = decision.data.content;
  const source = sourceOf(decision);
  const ownerText = (owner: DecisionContent['actions'][number]['owner']): string =>
    'account' in owner ? (names.get(owner.account) ?? owner.account) : inWords(owner.discipline);
  const rows = [
    ...planned.map(({ what, owner, dueOn }) => [cited(source, what), cited(source, ownerText(owner)), cited(source, dueOn)]),
    ...expectations.map(({ result, dueOn }) => [cited(source, `${inWords(result)} expected`), plain(''), cited(source, dueOn)]),
  ];
  return { kind: 'table', columns: ['What', 'Who', 'By'], rows };
}

/** Who signed, as what and when. */
export function signatureTable(events: readonly RecordedCaseEvent[], decision: RecordedDecision): Block {
  const rows = signaturesOf(events, decision).map(({ source, signature }) => [
    cited(source, signature.discipline === undefined ? signature.name : `${signature.name}, ${inWords(signature.discipline)}`),
    cited(source, signature.meaning),
    cited(source, signature.at),
  ]);
  return { kind: 'table', columns: ['Name', 'As', 'Signed at'], rows };
}

function signaturesOf(
  events: readonly RecordedCaseEvent[],
  decision: RecordedDecision,
): readonly { readonly source: Source; readonly signature: Signature }[] {
  const { decisionId, signature } = decision.data;
  const further = events.flatMap((event) =>
    event.type === 'DecisionSigned' && event.data.decisionId === decisionId
      ? [{ source: sourceOf(event), signature: event.data.signature }]
      : [],
  );
  return [{ source: sourceOf(decision), signature }, ...further];
}

/** The names that accounts have signed decisions of a case with. */
export const signedNames = (events: readonly RecordedCaseEvent[]): ReadonlyMap<string, string> =>
  new Map(
    events.flatMap((event) =>
      event.type === 'DecisionRecorded' || event.type === 'DecisionSigned'
        ? [[event.data.signature.account, event.data.signature.name]]
        : [],
    ),
  );
