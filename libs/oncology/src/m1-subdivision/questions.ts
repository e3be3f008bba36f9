import { isDetectable } from '../ebv-dna/reference-samples.js';
import { type LevelAnswer, levelAgainst, levelAgainstUnknown } from './ebv-dna-level.js';
import type { ExternalScores } from './external-scores.js';
import { MACHINE_MISSING } from './jiang-2016.js';
import type { SystemCutoffs } from './local-cutoffs.js';
import type { PublishedSystem } from './published-system.js';
import { PET_CT_SCORE_MISSING } from './qiu-2022.js';
import type { Question } from './rule-table.js';
import type { SubdivisionFacts } from './subdivision-facts.js';
import { AFTER_CHEMOTHERAPY_MISSING } from './sun-2019.js';

export const OLIGOMETASTASES_MISSING = 'definition of oligometastases (number) not verified';
export const NODES_MISSING = 'definition: whether distant nodes count as an organ';
export const SITES_MISSING = 'site of the lesions in other organs';

/** What a rule's questions get for answers, and the flags of a class that rests on the baseline EBV DNA. */
export interface Answers {
  readonly questions: readonly Question[];
  readonly baselineFlags: readonly string[];
}

const NONE: readonly never[] = [];
const ASSAY_FLAGS: readonly string[] = ['threshold-of-another-assay'];
const NODES_OPEN: Question = { asks: 'nodesAreAnOrgan', answers: [true, false], missing: [NODES_MISSING] };
const SITES_OPEN: Question = { asks: 'sitesAreDistinct', answers: [true, false], missing: [SITES_MISSING] };
/** Whatever number the paper means, one lesion is few and six are many. */
const OLIGOMETASTASES_OPEN: Question = { asks: 'oligometastaticMax', answers: [1, 2, 3, 4, 5], missing: [OLIGOMETASTASES_MISSING] };
const PET_CT_OPEN: Question = { asks: 'petCtScore', answers: ['low', 'high'], missing: [PET_CT_SCORE_MISSING] };
const AFTER_OPEN: Question = {
  asks: 'ebvDnaAfterChemotherapy',
  answers: ['undetectable', 'detectable'],
  missing: [AFTER_CHEMOTHERAPY_MISSING],
};
const AFTER_UNDETECTABLE: Question = { asks: 'ebvDnaAfterChemotherapy', answers: ['undetectable'], missing: NONE };
const AFTER_DETECTABLE: Question = { asks: 'ebvDnaAfterChemotherapy', answers: ['detectable'], missing: NONE };

/** Puts a system's questions to the facts, to what external centres reported and to the site's own cut-offs, where given. */
export function ask(
  system: PublishedSystem,
  facts: SubdivisionFacts,
  external: ExternalScores | undefined,
  local: SystemCutoffs | undefined,
): Answers {
  const questions: Question[] = [];
  let baselineFlags: readonly string[] = NONE;
  for (const asked of system.asks) {
    switch (asked) {
      case 'nodesAreAnOrgan':
        if (facts.nodesMayMatter) questions.push(NODES_OPEN);
        break;
      case 'sitesAreDistinct':
        if (facts.sitesMayMatter) questions.push(SITES_OPEN);
        break;
      case 'oligometastaticMax':
        questions.push(
          local?.oligometastaticMax === undefined
            ? OLIGOMETASTASES_OPEN
            : { asks: 'oligometastaticMax', answers: [local.oligometastaticMax], missing: NONE },
        );
        break;
      case 'petCtScore': {
        const score = petCtScore(external, local);
        questions.push(score === undefined ? PET_CT_OPEN : { asks: 'petCtScore', answers: [score], missing: NONE });
        break;
      }
      case 'machineAnswer':
        questions.push({ asks: 'machineAnswer', answers: system.classes, missing: [MACHINE_MISSING] });
        break;
      case 'ebvDna': {
        const level = baselineLevel(system, facts, external, local);
        questions.push({ asks: 'ebvDna', answers: level.answers, missing: level.missing });
        baselineFlags = level.flags;
        break;
      }
      case 'ebvDnaAfterChemotherapy':
        questions.push(
          facts.afterChemotherapy === undefined
            ? AFTER_OPEN
            : isDetectable(facts.afterChemotherapy)
              ? AFTER_DETECTABLE
              : AFTER_UNDETECTABLE,
        );
        break;
    }
  }
  return { questions, baselineFlags };
}

function petCtScore(external: ExternalScores | undefined, local: SystemCutoffs | undefined): 'low' | 'high' | undefined {
  if (external?.petCtScore !== undefined) return external.petCtScore;
  if (external?.petCtValue === undefined || local?.pps === undefined) return undefined;
  return external.petCtValue > local.pps ? 'high' : 'low';
}

function baselineLevel(
  system: PublishedSystem,
  facts: SubdivisionFacts,
  external: ExternalScores | undefined,
  local: SystemCutoffs | undefined,
): LevelAnswer {
  const old = (level: LevelAnswer): LevelAnswer =>
    facts.baselineIsOld ? { ...level, flags: [...level.flags, 'baseline-ebv-older-than-28-days'] } : level;
  if (system.ebvDnaCutOff !== undefined) return old(levelAgainst(facts.baseline, system.ebvDnaCutOff, ASSAY_FLAGS));
  const published = levelAgainstUnknown(
    facts.baseline,
    system.unknownEbvDnaCutOff?.missing ?? '',
    system.unknownEbvDnaCutOff?.namedWithoutSample ?? false,
  );
  if (external?.ebvDna !== undefined) {
    const reported = external.ebvDna === 'low' ? 'below' : 'above';
    return { answers: published.answers.filter((answer) => answer === reported), missing: NONE, flags: NONE };
  }
  return old(local?.ebvDnaCopiesPerMl === undefined ? published : levelAgainst(facts.baseline, local.ebvDnaCopiesPerMl, NONE));
}
