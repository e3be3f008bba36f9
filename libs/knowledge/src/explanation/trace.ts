import { type IsoDate, problem } from '@tumor-board/kernel';
import { type ClinicalFactType, type FactOf, type Horizon, type Timeline } from '@tumor-board/oncology';
import type { CaseRecord } from '../assess.js';
import type { Assessment } from '../assessment.js';
import type { EvidenceSource } from '../evidence/evidence-source.js';
import { evidenceSource } from '../evidence/register.js';
import type { KnowledgeRelease } from '../release.js';
import { knowledgeRelease } from '../releases/catalogue.js';
import { readCase } from './case-reading.js';
import { factText } from './fact-text.js';
import { type Part, partNamed } from './part.js';
import { reasonsOf } from './part-reasons.js';
import { findingOf, partValue } from './part-value.js';
import { type RuleInWords, ruleInWords } from './rule-words.js';

/** A fact that a reason read, as it stands. */
export interface TracedFact {
  readonly id: string;
  readonly type: ClinicalFactType;
  readonly on: IsoDate;
  /** Its content in one line, without notes in free text. */
  readonly text: string;
  /** True when what stands is a correction of what was recorded first. */
  readonly corrected: boolean;
}

/** A source that a reason rests on. */
export type TracedSource = Pick<EvidenceSource, 'id' | 'citation' | 'doi' | 'design' | 'population' | 'confidence' | 'verified'>;

/** One link of the chain: the facts that were read, the rule that read them and what the rule rests on. */
export interface TracedReason {
  readonly text: string;
  /** The agent or option that it is about, where the part has several. */
  readonly about?: string;
  readonly facts: readonly TracedFact[];
  /** Null where the reason names no rule. */
  readonly rule: RuleInWords | null;
  readonly sources: readonly TracedSource[];
}

/** How one part of an assessment follows from the record. */
export interface Trace {
  readonly part: Part;
  readonly reference: string;
  readonly asOf: IsoDate;
  readonly knowledge: string;
  readonly value: string;
  readonly settled: boolean;
  readonly flags: readonly string[];
  /** What would settle an open finding. */
  readonly missing: readonly string[];
  readonly reasons: readonly TracedReason[];
}

/** What an assessment was made with, where it cannot be told from the assessment itself. */
export interface TraceOptions {
  /** The release; the one of the assessment's id when left out. */
  readonly release?: KnowledgeRelease;
  /** The horizon; none when left out. */
  readonly horizon?: Horizon;
}

/**
 * The chain behind one part of an assessment, from the facts over the rule to the evidence.
 * @param part a name of {@link PARTS}, or `stage`, `ebvDna`, `response`
 * @throws Problem `knowledge.unknown-part`, and `knowledge.assessment-of-another-record` when the assessment cites a fact
 * that does not stand in the record
 */
export function trace(record: CaseRecord, assessment: Assessment, part: string, options: TraceOptions = {}): Trace {
  const release = options.release ?? knowledgeRelease(assessment.knowledge);
  const named = partNamed(part, release);
  const reading = readCase(record, options.horizon);
  const factOf = factsOf(record, reading.timeline);
  const finding = findingOf(assessment, named);
  const { ebvDna, response, reference, asOf, knowledge } = assessment;
  const flags =
    named === 'ebvDna.category' || named === 'ebvDna.clearance'
      ? ebvDna.flags
      : named === 'response.latest'
        ? response.assessments.at(-1)?.flags
        : finding?.status === 'classified'
          ? finding.flags
          : undefined;
  return {
    part: named,
    reference,
    asOf,
    knowledge,
    ...partValue(assessment, named),
    flags: flags ?? [],
    missing: finding?.status === 'indeterminate' ? finding.missing : [],
    reasons: reasonsOf(named, assessment, reading, record.patient).map(({ text, about, facts, rule, evidence }) => ({
      text,
      ...(about === undefined ? {} : { about }),
      facts: [...new Set(facts)].map(factOf),
      rule: rule === undefined ? null : (ruleInWords(rule, release, assessment.policy) ?? null),
      sources: [...new Set(evidence)].map((id) => tracedSource(id, release)),
    })),
  };
}

function factsOf(record: CaseRecord, timeline: Timeline): (id: string) => TracedFact {
  const standing = new Map<string, FactOf>(timeline.facts.map((fact) => [fact.id, fact]));
  const first = new Map(record.facts.map((fact) => [fact.id, fact]));
  return (id) => {
    const fact = standing.get(id);
    if (fact === undefined) {
      throw problem(
        'knowledge.assessment-of-another-record',
        `The assessment cites the fact "${id}", which does not stand in the record.`,
        {
          fact: id,
          reference: record.reference,
        },
      );
    }
    return { id, type: fact.type, on: fact.on, text: factText(fact), corrected: first.get(id) !== fact };
  };
}

function tracedSource(id: string, release: KnowledgeRelease): TracedSource {
  const { citation, doi, design, population, confidence, verified } =
    release.sources.find((source) => source.id === id) ?? evidenceSource(id);
  return { id, citation, ...(doi === undefined ? {} : { doi }), design, population, confidence, verified };
}
