import { contentHashOf, DEFAULT_POLICY, type KnowledgeRelease, knowledgeRelease, type SitePolicy } from '@tumor-board/knowledge';
import { KNOWLEDGE_RULES, knowledgeDecider } from './decide-knowledge.js';
import type { KnowledgeCommand } from './knowledge-command.js';
import type { KnowledgeEvent } from './knowledge-event.js';

export const sealed = (release: Omit<KnowledgeRelease, 'contentHash'>): KnowledgeRelease => ({
  ...release,
  contentHash: contentHashOf(release),
});
export const old = sealed(knowledgeRelease('npc-2023.08'));
export const next = sealed({ ...old, id: 'npc-next', effectiveFrom: '2026-11-01' });
export const later = sealed({ ...old, id: 'npc-later', effectiveFrom: '2027-06-01' });
export const tampered: KnowledgeRelease = { ...sealed({ ...old, id: 'npc-tampered' }), title: 'Another title' };
const releases = [old, next, later, tampered];
export const rules = {
  ...KNOWLEDGE_RULES,
  release: (id: string) => releases.find((release) => release.id === id) ?? knowledgeRelease(id),
};
export const decider = knowledgeDecider(rules);

export const [R1, R2, R3] = ['1', '2', '3'].map((digit) => `${digit.repeat(8)}-0000-4000-8000-000000000000`) as [string, string, string];
export const digest = 'd'.repeat(64);
export const today = '2026-11-23';
export const stricter = { ...DEFAULT_POLICY, oligometastaticMax: 3 as const };

export const reported = (
  reportId: string,
  candidate: { release: string } | { policy: SitePolicy },
  against = { release: old.id, policyVersion: 0 },
): KnowledgeEvent => ({
  type: 'ImpactReported',
  data: {
    reportId,
    candidate: { ...candidate, contentHash: rules.release('release' in candidate ? candidate.release : against.release).contentHash },
    against,
    summary: { cases: 3, changed: 2, relist: 1 },
    digest,
  },
});
export const signed = (reportId: string): KnowledgeEvent => ({
  type: 'ImpactSigned',
  data: { reportId, digest, meaning: 'read and approved', signer: 'Dr A' },
});
export const activated = (reportId: string, release = next, effectiveFrom = today): KnowledgeEvent => ({
  type: 'ReleaseActivated',
  data: { release: release.id, contentHash: release.contentHash, reportId, effectiveFrom },
});
export const activate = (reportId: string, release = next.id, effectiveFrom = today): KnowledgeCommand => ({
  type: 'ActivateRelease',
  release,
  reportId,
  effectiveFrom,
  today,
});
export const change = (reportId: string, policy: object = stricter, effectiveFrom = today): KnowledgeCommand => ({
  type: 'ChangePolicy',
  policy: policy as typeof stricter,
  reportId,
  effectiveFrom,
  today,
});
export const reportOf = (reportId: string): Extract<KnowledgeCommand, { type: 'ReportImpact' }> => ({
  type: 'ReportImpact',
  reportId,
  candidate: { release: next.id },
  contentHash: next.contentHash,
  against: { release: old.id, policyVersion: 0 },
  summary: { cases: 3, changed: 2, relist: 1 },
  digest,
});
