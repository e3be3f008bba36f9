import type { Alert } from '../alert.js';
import type { FactOf } from '../facts/clinical-fact.js';
import type { Timeline } from '../facts/timeline.js';
import { M1_SUBDIVISIONS } from './m1-subdivisions.js';
import type { M1System } from './m1-system.js';

type Score = FactOf<'ExternalScoreReported'>;

/** What external centres reported for one system: its class, or inputs that cannot be computed here. */
export interface ExternalScores {
  readonly reportedClass?: { readonly value: string; readonly reportedBy: string; readonly fact: string };
  readonly petCtScore?: 'low' | 'high';
  /** The score itself, which only a site-registered cut-off can read. */
  readonly petCtValue?: number;
  readonly ebvDna?: 'low' | 'high';
  readonly oligometastatic?: boolean;
  /** Ids of the facts that give inputs. */
  readonly facts: readonly string[];
}

const ITEMS: Readonly<Record<Score['system'], readonly Score['item'][]>> = {
  JIANG16: ['class'],
  ZOU17: ['class', 'oligometastatic'],
  ZHENG20: ['class', 'ebv-level', 'oligometastatic'],
  QIU22: ['class', 'pps', 'ebv-level'],
};
const classesOf = (system: Score['system']): readonly string[] => M1_SUBDIVISIONS.find(({ id }) => id === system)?.classes ?? [];
const YES = ['yes', 'true', 'oligometastatic', 'oligometastases', '1'];
const NO = ['no', 'false', 'multiple', '0'];

/** The external scores that stand, the latest of each system and item, with an alert for each that is not understood. */
export function externalScores(
  timeline: Timeline,
  canReadPetCtValue: boolean,
): { readonly scores: ReadonlyMap<M1System, ExternalScores>; readonly alerts: readonly Alert[] } {
  const scores = new Map<M1System, ExternalScores>();
  const alerts: Alert[] = [];
  const latest = new Map<string, Score>();
  for (const score of timeline.of('ExternalScoreReported')) latest.set(`${score.system} ${score.item}`, score);
  for (const score of latest.values()) {
    const read = ITEMS[score.system].includes(score.item) ? understand(score, canReadPetCtValue) : undefined;
    if (read === undefined) {
      alerts.push({
        code: 'external-score-not-understood',
        text: `The reported ${score.item} of ${score.system}, "${score.value}", cannot be used: ${expected(score)}.`,
        facts: [score.id],
      });
      continue;
    }
    const known = scores.get(score.system) ?? { facts: [] };
    scores.set(score.system, { ...known, ...read, facts: score.item === 'class' ? known.facts : [...known.facts, score.id] });
  }
  return { scores, alerts };
}

function understand(score: Score, canReadPetCtValue: boolean): Omit<ExternalScores, 'facts'> | undefined {
  const word = String(score.value).trim().toLowerCase();
  const level = word === 'low' || word === 'high' ? word : undefined;
  switch (score.item) {
    case 'class': {
      const value = classesOf(score.system).find((known) => known.toLowerCase() === word);
      return value === undefined ? undefined : { reportedClass: { value, reportedBy: score.reportedBy, fact: score.id } };
    }
    case 'pps': {
      if (level !== undefined) return { petCtScore: level };
      const value = word === '' ? Number.NaN : Number(word);
      return canReadPetCtValue && Number.isFinite(value) ? { petCtValue: value } : undefined;
    }
    case 'ebv-level':
      return level === undefined ? undefined : { ebvDna: level };
    case 'oligometastatic':
      return YES.includes(word) ? { oligometastatic: true } : NO.includes(word) ? { oligometastatic: false } : undefined;
  }
}

function expected(score: Score): string {
  if (!ITEMS[score.system].includes(score.item)) return `${score.system} does not read it; it reads ${ITEMS[score.system].join(', ')}`;
  switch (score.item) {
    case 'class':
      return `expected one of ${classesOf(score.system).join(', ')}`;
    case 'pps':
      return 'expected low or high, or a number where the site has registered a cut-off for it';
    case 'ebv-level':
      return 'expected low or high';
    case 'oligometastatic':
      return 'expected yes or no';
  }
}
