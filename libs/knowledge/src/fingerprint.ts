import { canonicalJson, digestOf, type RunningHash, startHash } from '@tumor-board/kernel';
import type { ClinicalFact, Horizon, IdentifiedFact } from '@tumor-board/oncology';
import type { CaseRecord } from './case-record.js';
import type { SitePolicy } from './policy.js';
import type { KnowledgeRelease } from './release.js';

/**
 * SHA-256 over whatever could change an assessment: the facts read in the order of recording, each as canonical JSON
 * without its free text about the person on a line of its own, then reference, patient, release with its content hash, policy and horizon.
 */
export function fingerprintOf(record: CaseRecord, release: KnowledgeRelease, policy: SitePolicy, horizon: Horizon): string {
  const { validOn, knownOn } = horizon;
  const facts = knownOn === undefined ? record.facts : record.facts.filter((fact) => (fact.knownOn ?? fact.on) <= knownOn);
  return hashOf(facts)
    .with(
      `${record.reference}\n${canonicalJson(record.patient)}\n${release.id} ${release.contentHash}\n${digestOf(policy)}\n${validOn ?? ''} ${knownOn ?? ''}\n`,
    )
    .hex();
}

interface Hashed {
  readonly facts: readonly IdentifiedFact[];
  readonly hash: RunningHash;
}

/** The hash of a record, kept with its last fact: the record with one fact more goes on from there. */
const hashed = new WeakMap<IdentifiedFact, Hashed>();

/** True when the first facts of a record are the very facts that were hashed. */
const begins = (facts: readonly IdentifiedFact[], known: Hashed): boolean => known.facts.every((fact, index) => fact === facts[index]);

function hashOf(facts: readonly IdentifiedFact[]): RunningHash {
  const last = facts.at(-1);
  if (last === undefined) return startHash();
  const known = hashed.get(last);
  if (known !== undefined && known.facts.length === facts.length && begins(facts, known)) return known.hash;
  const hash = hashBefore(facts).with(line(last));
  hashed.set(last, { facts: facts.slice(), hash });
  return hash;
}

/** The hash of all facts but the last; kept too, because the last one is what changes while a command is decided. */
function hashBefore(facts: readonly IdentifiedFact[]): RunningHash {
  const previous = facts.at(-2);
  if (previous === undefined) return startHash();
  const known = hashed.get(previous);
  if (known !== undefined && known.facts.length === facts.length - 1 && begins(facts, known)) return known.hash;
  const earlier = facts.slice(0, -1);
  const hash = startHash().with(earlier.map(line).join(''));
  hashed.set(previous, { facts: earlier, hash });
  return hash;
}

const line = (fact: IdentifiedFact): string => `${canonicalJson(withoutFreeText(fact))}\n`;

/** A fact without what may be erased: a record keeps its fingerprint when that is done. */
function withoutFreeText(fact: IdentifiedFact): object {
  if (fact.type === 'FactCorrected') {
    const { reason: _reason, replacement, ...coded } = fact;
    return { ...coded, replacement: codedPart(replacement) };
  }
  if (fact.type === 'FactRetracted') {
    const { reason: _reason, ...coded } = fact;
    return coded;
  }
  return codedPart(fact);
}

function codedPart(fact: ClinicalFact): object {
  if (fact.type === 'PatientPreferenceRecorded') {
    const { note: _note, ...coded } = fact;
    return coded;
  }
  if (fact.type === 'DeathRecorded') {
    const { cause: _cause, ...coded } = fact;
    return coded;
  }
  return fact;
}
