import type { Reason } from '@tumor-board/kernel';
import { SOURCES } from '../evidence/sources.js';
import { mayBeNamed } from '../pathway/agents.js';
import type { PathwayRule, StepDetails } from '../pathway/rule.js';
import { PATHWAY_RULES } from '../pathway/rules.js';
import type { Situation } from '../pathway/situation.js';
import type { KnowledgeRelease } from '../release.js';
import { SOURCES_SINCE_2023 } from './npc-2026.11.sources.js';

/** What a row of the review's pathway becomes: other words and sources, and details added to its own. */
interface Revision extends Partial<Pick<PathwayRule, 'title' | 'rationale' | 'evidence'>> {
  readonly adds?: (situation: Situation) => StepDetails;
}

const givenAntiPd1 = ({ course }: Situation): string[] => {
  const start = course.currentLine?.antiPd1From;
  return start === undefined ? [] : [start.id];
};

const REVISIONS: Readonly<Record<string, Revision>> = {
  P10: {
    rationale:
      'Gemcitabine and platinum with an anti-PD-1 agent every three weeks for up to six cycles, then maintenance for at most two years: with toripalimab survival was longer in the final analysis.',
    evidence: ['liu-2023', 'jupiter-02-final', 'ak105-304', 'captain-1st', 'rationale-309-2023', 'csco-2021'],
    adds: (situation) => {
      // Its label is for non-keratinising disease.
      const histology = situation.timeline.latest('HistologyReported')?.histology;
      const isOfLabel = histology !== 'keratinising' && histology !== 'basaloid';
      const inPlace = !mayBeNamed(situation, 'cisplatin') && mayBeNamed(situation, 'carboplatin') && mayBeNamed(situation, 'anti-PD-1');
      if (!inPlace || !isOfLabel) return {};
      return {
        alternatives: [
          { title: 'Penpulimab with gemcitabine and carboplatin (non-keratinising)', evidence: ['ak105-304', 'fda-penpulimab-2025'] },
        ],
      };
    },
  },
  P19: { evidence: ['liu-2023', 'huang-2024', 'liao-2021', 'li-2020-bone'] },
  P21: { evidence: ['liu-2023', 'jupiter-02-final', 'liu-2022-capecitabine', 'sun-2020-capecitabine'] },
  P24: {
    rationale:
      'After four to six cycles and a good response: a radical dose to primary and neck, with concurrent cisplatin where tolerated. After chemotherapy with anti-PD-1 its place is unsettled.',
    evidence: ['liu-2023', 'you-2020', 'zheng-2022', 'lin-2012', 'nct07235319', 'chen-2024-lrrt'],
    adds: (situation) => {
      const facts = givenAntiPd1(situation);
      if (facts.length === 0) return {};
      const unsettled: Reason = {
        text: 'after chemotherapy with anti-PD-1 no randomised result says whether locoregional radiotherapy is better now or at progression',
        facts,
        rule: 'P24/after-anti-pd-1',
        evidence: ['nct07235319', 'chen-2024-lrrt'],
      };
      return {
        because: [unsettled],
        alternatives: [
          { title: 'Maintenance now, locoregional radiotherapy at progression (salvage)', evidence: ['nct07235319'] },
          { title: 'Trial of immediate against salvage locoregional radiotherapy', evidence: ['nct07235319'] },
        ],
      };
    },
  },
};

function revised(rule: PathwayRule): PathwayRule {
  const revision = REVISIONS[rule.id];
  if (revision === undefined) return rule;
  const { adds, ...words } = revision;
  if (adds === undefined) return { ...rule, ...words };
  return {
    ...rule,
    ...words,
    details: (situation) => {
      const own = rule.details?.(situation) ?? {};
      const added = adds(situation);
      return {
        ...own,
        because: [...(own.because ?? []), ...(added.because ?? [])],
        alternatives: [...(added.alternatives ?? []), ...(own.alternatives ?? [])],
      };
    },
  };
}

/** The review's strategy with what has been settled since, TNM-9 first. */
export const npc202611: KnowledgeRelease = {
  id: 'npc-2026.11',
  title: 'Treatment strategy for de novo metastatic NPC, with what has been settled to November 2026',
  basis: 'Release npc-2023.08, TNM version 9, and the trials and approvals published since',
  effectiveFrom: '2026-11-01',
  defaultEdition: 'TNM-9',
  pathway: PATHWAY_RULES.map(revised),
  sources: [...SOURCES, ...SOURCES_SINCE_2023],
  contentHash: '7aafa108dfe3dd818e6f100335ed691ec0254dac858c0d2cbea0ddd2c23fb28d',
};
