import { canonicalJson, type Decider, digestOf, type Fault, type IsoDate, isCalendarDate, problem } from '@tumor-board/kernel';
import { contentHashOf, type KnowledgeRelease, knowledgeRelease, POLICY_FIELDS, type SitePolicy, sitePolicy } from '@tumor-board/knowledge';
import type { ActivateRelease, ChangePolicy, ImpactCandidate, KnowledgeCommand, ReportImpact, SignImpact } from './knowledge-command.js';
import type { ImpactReported, KnowledgeEvent } from './knowledge-event.js';
import {
  evolveKnowledge,
  type InForce,
  inForceOn,
  KNOWLEDGE_DEFAULTS,
  type KnowledgeDefaults,
  nothingDecided,
  type ReportedImpact,
  type SiteKnowledge,
  scheduledAfter,
} from './knowledge-state.js';

/** What a decision about knowledge is made with. */
export interface KnowledgeRules {
  /** What is in force where nothing has been decided. */
  readonly defaults: KnowledgeDefaults;
  /**
   * A release by its id.
   * @throws Problem `knowledge.unknown-release`
   */
  readonly release: (id: string) => KnowledgeRelease;
}

/** The rules with this program's catalogue of releases. */
export const KNOWLEDGE_RULES: KnowledgeRules = { defaults: KNOWLEDGE_DEFAULTS, release: knowledgeRelease };

/**
 * Decides a command. A change comes into force only on the strength of a signed report of that very content, made
 * against what it replaces; a change that is refused leaves everything in force. No events when it is so already.
 * @throws Problem `knowledge.unsigned-impact`, `knowledge.stale-impact`, `knowledge.unknown-impact`,
 * `knowledge.impact-mismatch`, `knowledge.signature-invalid`, `knowledge.unknown-release`, `knowledge.release-edited`,
 * `knowledge.effective-from-invalid`, `policy.invalid` naming the field
 */
export function decideKnowledge(
  state: SiteKnowledge,
  command: KnowledgeCommand,
  rules: KnowledgeRules = KNOWLEDGE_RULES,
): readonly KnowledgeEvent[] {
  switch (command.type) {
    case 'ReportImpact':
      return reporting(state, command, rules);
    case 'SignImpact':
      return signing(state, command);
    case 'ActivateRelease':
      return activating(state, command, rules);
    case 'ChangePolicy':
      return changingPolicy(state, command, rules);
  }
}

/** The decider of the knowledge stream. */
export const knowledgeDecider = (rules: KnowledgeRules = KNOWLEDGE_RULES): Decider<SiteKnowledge, KnowledgeCommand, KnowledgeEvent> => ({
  initialState: nothingDecided,
  decide: (state, command) => decideKnowledge(state, command, rules),
  evolve: evolveKnowledge,
});

function reporting(state: SiteKnowledge, command: ReportImpact, rules: KnowledgeRules): KnowledgeEvent[] {
  const { reportId, contentHash, against, summary, digest } = command;
  const release = sealedRelease('release' in command.candidate ? command.candidate.release : against.release, rules);
  if (release.contentHash !== contentHash) throw edited(release);
  const candidate = { ...checked(command.candidate), contentHash };
  const event: ImpactReported = { type: 'ImpactReported', data: { reportId, candidate, against, summary, digest } };
  const known = state.reports.get(reportId);
  if (known === undefined) return [event];
  if (known.digest !== digest) throw mismatch(reportId);
  return [];
}

function signing(state: SiteKnowledge, { reportId, digest, meaning, signer }: SignImpact): KnowledgeEvent[] {
  const faults: Fault[] = [];
  if (meaning.trim() === '') faults.push({ path: 'meaning', message: 'expected what the signature stands for' });
  if (signer.trim() === '') faults.push({ path: 'signer', message: 'expected a name' });
  if (faults.length > 0) {
    const list = faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ');
    throw problem('knowledge.signature-invalid', `The signature is not complete: ${list}`, {}, faults);
  }
  const report = state.reports.get(reportId);
  if (report === undefined) throw problem('knowledge.unknown-impact', 'There is no such impact report.', { reportId });
  if (report.digest !== digest) throw mismatch(reportId);
  const signature = { meaning: meaning.trim(), signer: signer.trim() };
  if (report.signatures.some((known) => known.signer === signature.signer && known.meaning === signature.meaning)) return [];
  return [{ type: 'ImpactSigned', data: { reportId, digest, ...signature } }];
}

function activating(state: SiteKnowledge, command: ActivateRelease, rules: KnowledgeRules): KnowledgeEvent[] {
  const { reportId, effectiveFrom, today } = command;
  const release = sealedRelease(command.release, rules);
  checkDay(effectiveFrom, today, release);
  const now = inForceOn(state, effectiveFrom, rules.defaults);
  if (now.release === release.id && scheduledAfter(state, effectiveFrom).length === 0) return [];
  const { candidate } = signedReport(state, reportId, now, (report) => report.candidate.release === release.id);
  if (candidate.contentHash !== release.contentHash) throw edited(release);
  return [{ type: 'ReleaseActivated', data: { release: release.id, contentHash: release.contentHash, reportId, effectiveFrom } }];
}

function changingPolicy(state: SiteKnowledge, command: ChangePolicy, rules: KnowledgeRules): KnowledgeEvent[] {
  const { reportId, effectiveFrom, today } = command;
  const policy = checkedPolicy(command.policy);
  checkDay(effectiveFrom, today);
  const now = inForceOn(state, effectiveFrom, rules.defaults);
  if (canonicalJson(now.policy) === canonicalJson(policy) && scheduledAfter(state, effectiveFrom).length === 0) return [];
  const { candidate } = signedReport(
    state,
    reportId,
    now,
    (report) => report.candidate.policy !== undefined && digestOf(report.candidate.policy) === digestOf(policy),
  );
  const release = sealedRelease(now.release, rules);
  if (candidate.contentHash !== release.contentHash) throw edited(release);
  return [{ type: 'PolicyChanged', data: { version: state.policyVersion + 1, policy, effectiveFrom, reportId } }];
}

/** The report that a change rests on: signed, of that very content, unused, and made against what the change replaces. */
function signedReport(
  state: SiteKnowledge,
  reportId: string,
  now: InForce,
  isOfContent: (report: ReportedImpact) => boolean,
): ReportedImpact {
  const report = state.reports.get(reportId);
  if (report === undefined || report.signatures.length === 0 || !isOfContent(report)) {
    throw problem('knowledge.unsigned-impact', 'Nobody has signed such a report of the impact of this very change.', { reportId });
  }
  const { release, policyVersion } = report.against;
  if (report.used || release !== now.release || policyVersion !== now.policyVersion) {
    throw problem('knowledge.stale-impact', 'The impact was reported against something else than what is in force; report it anew.', {
      reportId,
      against: report.against,
      inForce: { release: now.release, policyVersion: now.policyVersion },
      used: report.used,
    });
  }
  return report;
}

/** A release whose content is still what its hash was made of. */
function sealedRelease(id: string, rules: KnowledgeRules): KnowledgeRelease {
  const release = rules.release(id);
  if (contentHashOf(release) !== release.contentHash) throw edited(release);
  return release;
}

function checkDay(effectiveFrom: IsoDate, today: IsoDate, release?: KnowledgeRelease): void {
  const first = release !== undefined && release.effectiveFrom > today ? release.effectiveFrom : today;
  if (isCalendarDate(effectiveFrom) && effectiveFrom >= first) return;
  const message = `expected a day from ${first} on`;
  throw problem('knowledge.effective-from-invalid', `The change cannot come into force on ${effectiveFrom}: ${message}.`, { first }, [
    { path: 'effectiveFrom', message },
  ]);
}

const checked = (candidate: ImpactCandidate): { release: string } | { policy: SitePolicy } =>
  'release' in candidate ? { release: candidate.release } : { policy: checkedPolicy(candidate.policy) };

/** A policy in its ranges and without fields that nothing reads: a misspelt field would silently leave its default in force. */
export function checkedPolicy(given: Partial<SitePolicy>): SitePolicy {
  const faults = Object.keys(given)
    .filter((field) => !POLICY_FIELDS.includes(field))
    .map((path): Fault => ({ path, message: `there is no such field; there are ${POLICY_FIELDS.join(', ')}` }));
  if (faults.length === 0) return sitePolicy(given);
  const list = faults.map((fault) => `${fault.path}: ${fault.message}`).join('; ');
  throw problem('policy.invalid', `The site policy is not valid: ${list}`, {}, faults);
}

const edited = (release: KnowledgeRelease) =>
  problem('knowledge.release-edited', `The content of release ${release.id} is not the one that was sealed; a change is a new release.`, {
    release: release.id,
    sealed: release.contentHash,
  });

const mismatch = (reportId: string) => problem('knowledge.impact-mismatch', 'The digest is not that of the recorded report.', { reportId });
