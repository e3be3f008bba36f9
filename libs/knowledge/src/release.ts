import { canonicalJson, type IsoDate, sha256Hex } from '@tumor-board/kernel';
import { fitnessGuards, M1_SUBDIVISIONS, type TnmEdition } from '@tumor-board/oncology';
import type { EvidenceSource } from './evidence/evidence-source.js';
import type { PathwayRule } from './pathway/rule.js';

/** An immutable body of knowledge that cases are assessed under. A change is a new release. */
export interface KnowledgeRelease {
  /** `npc-2023.08` */
  readonly id: string;
  readonly title: string;
  /** What it carries out, with its date. */
  readonly basis: string;
  /** The day from which it may be in force. */
  readonly effectiveFrom: IsoDate;
  /** The TNM edition that the board reads first; the other is always shown beside it. */
  readonly defaultEdition: TnmEdition;
  readonly pathway: readonly PathwayRule[];
  readonly sources: readonly EvidenceSource[];
  /** SHA-256 of the release's content as {@link releaseContent} writes it; sealed when the release was made. */
  readonly contentHash: string;
}

/**
 * The readable content of a release, which its hash guards: the pathway and the rules of the published systems as words with
 * their cohorts, caveats and figures, the fitness guards and the sources.
 */
export const releaseContent = (release: Omit<KnowledgeRelease, 'contentHash'>): string =>
  canonicalJson({
    id: release.id,
    title: release.title,
    basis: release.basis,
    effectiveFrom: release.effectiveFrom,
    defaultEdition: release.defaultEdition,
    pathway: release.pathway.map(({ id, question, when, step, title, basis, rationale, evidence }) => ({
      id,
      question,
      when: when.map((condition) => condition.words),
      step,
      title,
      basis,
      rationale,
      evidence,
    })),
    m1: M1_SUBDIVISIONS.map(({ rows, ...system }) => ({ ...system, rows: rows.map(({ rule, gives, when }) => ({ rule, gives, when })) })),
    fitness: fitnessGuards(),
    sources: release.sources,
  });

/** SHA-256 of {@link releaseContent}. */
export const contentHashOf = (release: Omit<KnowledgeRelease, 'contentHash'>): string => sha256Hex(releaseContent(release));
