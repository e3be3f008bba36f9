import { claimOf, type Draft, LANGUAGE_MODEL, type Opinion, opinionBy, STANCES, type Stance, WHOLE_CASE } from '@tumor-board/specialists';
import { z } from 'zod';
import { parseAnswer, type ReadAnswer } from '../prompt/answer.js';
import type { ModelExchange } from './exchange.js';
import { unfaithful } from './faithful.js';
import { mayNameSomebody, wordsOf } from './names-somebody.js';

/** How much of an answer is taken: a model that says more has said too much. */
const MOST_CLAIMS = 12;
const MOST_REPHRASINGS = 30;
const MOST_CHARACTERS = 600;
const MOST_CITATIONS = 20;

/** Why something that a model said never came before the ledger. */
export const DROP_REASONS = ['too-many', 'too-long', 'unreadable', 'names-somebody', 'not-a-claim', 'not-faithful'] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Other words for a claim of an agent. The claim keeps its own; these are shown beside it as a model's. */
export interface Rephrasing {
  readonly claim: string;
  readonly text: string;
}

/** What a model said, ready for the ledger. */
export interface ModelClaims {
  readonly drafts: readonly Draft[];
  readonly rephrasings: readonly Rephrasing[];
  readonly dropped: readonly { readonly what: 'concern' | 'question' | 'rephrasing'; readonly because: DropReason }[];
}

const sentData = z.looseObject({
  claims: z.array(z.looseObject({ ref: z.string(), text: z.string(), mayBeRephrased: z.boolean() })),
});

const NOTHING: ModelClaims = { drafts: [], rephrasings: [], dropped: [] };

/**
 * Reads a recorded exchange. Pure: the same record gives the same drafts, with the endpoint gone or the model another.
 * An exchange that ended otherwise than with an answer gives nothing. A label that was never given becomes a citation
 * that nothing can have, so that the ledger strikes the claim and counts it.
 */
export function claimsFromExchange(exchange: ModelExchange): ModelClaims {
  const last = exchange.attempts.at(-1);
  if (exchange.outcome !== 'answered' || last === undefined) return NOTHING;
  const parsed = parseAnswer(last.response);
  if ('fault' in parsed) return NOTHING;
  return claimsOf(parsed.answer, exchange);
}

/** What a model said in an exchange as an opinion for the ledger; undefined when the model was absent. */
export function opinionFromExchange(exchange: ModelExchange): Opinion | undefined {
  if (exchange.outcome !== 'answered') return undefined;
  const { model, promptVersion, fingerprint } = exchange;
  return opinionBy({ kind: 'model', model, promptVersion }, LANGUAGE_MODEL, fingerprint, claimsFromExchange(exchange).drafts);
}

function claimsOf({ concerns, questions, rephrasings }: ReadAnswer, exchange: ModelExchange): ModelClaims {
  const dropped: ModelClaims['dropped'][number][] = [];
  const sentWords = wordsOf(exchange.sent);
  const originals = new Map(sentData.parse(JSON.parse(exchange.sent)).claims.map((claim) => [claim.ref, claim]));
  const original = (ref: string) => {
    const claim = originals.get(ref);
    return claim?.mayBeRephrased === true ? claim.text : undefined;
  };
  const named = namesOf(exchange);
  const drafts = new Map<string, Draft>();
  const keep = (what: 'concern' | 'question', said: Said): void => {
    const fault = drafts.size >= MOST_CLAIMS ? 'too-many' : (faultOf(said.text, sentWords) ?? faultOfDraft(said, sentWords));
    if (fault !== undefined) {
      dropped.push({ what, because: fault });
      return;
    }
    const draft = draftOf(what, said, named);
    drafts.set(claimOf({ kind: 'model', model: exchange.model, promptVersion: exchange.promptVersion }, LANGUAGE_MODEL, draft).id, draft);
  };
  for (const concern of concerns ?? []) keep('concern', concern);
  for (const question of questions ?? []) keep('question', question);

  const kept = new Map<string, Rephrasing>();
  for (const { claim, text } of rephrasings ?? []) {
    const words = original(claim);
    const id = named.claim(claim);
    const fault = kept.size >= MOST_REPHRASINGS ? 'too-many' : rephrasingFault(words, text, sentWords);
    if (fault !== undefined) dropped.push({ what: 'rephrasing', because: fault });
    else kept.set(id, { claim: id, text: text.trim() });
  }
  return { drafts: [...drafts.values()], rephrasings: [...kept.values()], dropped };
}

type Said = NonNullable<ReadAnswer['concerns']>[number] & { readonly item?: string };

function faultOf(text: string, sentWords: ReadonlySet<string>): DropReason | undefined {
  if (text.trim() === '' || /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(text)) return 'unreadable';
  if (text.length > MOST_CHARACTERS) return 'too-long';
  return mayNameSomebody(text, sentWords) ? 'names-somebody' : undefined;
}

/** Citations end up in the ledger as they were written: they have to be citations by their looks. */
function faultOfDraft({ option, facts, rule, evidence, answers, item }: Said, sentWords: ReadonlySet<string>): DropReason | undefined {
  const cited = [option, ...(facts ?? []), ...(rule == null ? [] : [rule]), ...(evidence ?? []), ...(answers ?? [])];
  if ((facts?.length ?? 0) > MOST_CITATIONS || (evidence?.length ?? 0) > MOST_CITATIONS || (answers?.length ?? 0) > MOST_CITATIONS) {
    return 'too-many';
  }
  if (!cited.every((one) => /^[\w./+-]{1,80}$/.test(one))) return 'not-a-claim';
  return item === undefined ? undefined : faultOf(item, sentWords);
}

function rephrasingFault(original: string | undefined, text: string, sentWords: ReadonlySet<string>): DropReason | undefined {
  if (original === undefined) return 'not-a-claim';
  return faultOf(text, sentWords) ?? (unfaithful(original, text.trim()) ? 'not-faithful' : undefined);
}

/** Labels as what they stand for. */
function namesOf({ names }: ModelExchange) {
  const named = (prefix: string, ids: readonly string[]) => (ref: string) => {
    const place = new RegExp(`^${prefix}([1-9]\\d{0,3})$`).exec(ref)?.[1];
    return (place === undefined ? undefined : ids[Number(place) - 1]) ?? `unknown:${ref}`;
  };
  const option = named('O', names.options);
  return {
    fact: named('F', names.facts),
    claim: named('K', names.claims),
    option: (ref: string) => (ref === WHOLE_CASE ? WHOLE_CASE : option(ref)),
  };
}

const isStance = (text: string): text is Stance => STANCES.some((stance) => stance === text);
const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/**
 * A draft in the words of the model. A stance or veto that it took upon itself is kept, because the ledger strikes it; any
 * other weight is not its to give.
 */
function draftOf(what: 'concern' | 'question', said: Said, named: ReturnType<typeof namesOf>): Draft {
  const { text, stance, rule, evidence, facts, answers, severity, item } = said;
  const claimed = stance?.trim().toLowerCase() ?? '';
  const answered = unique((answers ?? []).map(named.claim));
  return {
    stance: isStance(claimed) ? claimed : what === 'concern' ? 'concern' : 'request',
    option: named.option(said.option),
    text: text.trim(),
    facts: unique((facts ?? []).map(named.fact)),
    ...(rule == null ? {} : { rule }),
    evidence: unique(evidence ?? []),
    ...(item === undefined ? {} : { item: item.trim() }),
    ...(answered.length === 0 ? {} : { answers: answered }),
    ...(severity?.trim().toLowerCase() === 'veto' ? { severity: 'veto' as const } : {}),
  };
}
