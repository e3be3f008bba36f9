import { type IsoDate, isProblem, type Problem } from '@tumor-board/kernel';
import { DEFAULT_POLICY, knowledgeRelease, type SitePolicy, sitePolicy } from '@tumor-board/knowledge';
import type { CaseHead, Fact, FactOf } from '@tumor-board/oncology';
import { written } from '@tumor-board/testing';
import type { DecisionContent, Signature } from '../decision/decision-content.js';
import { draftDecision } from '../decision/draft-decision.js';
import type { RecordDecision } from './board-command.js';
import type { Knowledge } from './case-assessment.js';
import { assessmentOf } from './case-assessment.js';
import type { CaseCommand } from './case-command.js';
import type { CaseEvent } from './case-event.js';
import { type Case, noCase, type OpenCaseState } from './case-state.js';
import { decideCase } from './decide.js';

export const knowledge: Knowledge = { release: knowledgeRelease('npc-2023.08'), policy: DEFAULT_POLICY };
export const under = (policy: Partial<SitePolicy>, release = knowledge.release): Knowledge => ({ release, policy: sitePolicy(policy) });
export const head: CaseHead = { format: 'tumor-board-case/1', reference: 'C-1', patient: { ageYears: 46, sex: 'male' } };

/** The n-th id of a spec. */
export const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

type Given<Type extends Fact['type']> = Partial<Omit<Extract<Fact, { type: Type }>, 'type'>>;

export const DAY = '2025-01-06';
export const histology: Fact = {
  type: 'HistologyReported',
  id: 'histology',
  on: DAY,
  histology: 'non-keratinising-undifferentiated',
  eber: 'positive',
};
export const ecog = (grade: 0 | 1 | 2 | 3 | 4, on = DAY): Fact => ({ type: 'PerformanceStatusRecorded', on, ecog: grade });
export const staging: Fact = { type: 'StagingRecorded', id: 'staging', on: DAY, edition: 'TNM-8', t: 'T3', n: 'N2', m: 'M1' };
export const charted: FactOf<'MetastasesCharted'> = {
  type: 'MetastasesCharted',
  id: 'chart',
  on: DAY,
  lesions: [{ id: 'M1', organ: 'bone', sizeMm: 15, count: 1, countIsExact: true, certainty: 'definite' }],
  organsImaged: { liver: true, lung: true, bone: true, distantNode: true },
};
export const fitness = (changes: Given<'FitnessRecorded'> = {}): Fact => ({
  type: 'FitnessRecorded',
  on: DAY,
  creatinineClearanceMlMin: 95,
  hearingLossGrade: 0,
  neuropathyGrade: 0,
  neutrophilsE9L: 3.2,
  plateletsE9L: 220,
  hemoglobinGL: 132,
  hbsAg: 'negative',
  dpyd: 'normal',
  autoimmuneDisease: 'none',
  organTransplant: false,
  ...changes,
});

/** Copies/mL of plasma by one assay with a detection limit of 20; 0 is undetectable. */
export const sample = (on: string, copies: number, changes: Given<'EbvDnaMeasured'> = {}): Fact => ({
  type: 'EbvDnaMeasured',
  on,
  unit: 'copies/mL',
  assay: 'LabA-BamHIW',
  limitOfDetection: 20,
  specimen: 'plasma',
  ...(copies === 0 ? { result: 'undetectable' } : { result: 'quantified', value: copies }),
  ...changes,
});

const nasopharynx = (mm: number) => ({
  lesion: 'NP',
  organ: 'nasopharynx',
  kind: 'non-nodal' as const,
  state: mm === 0 ? ('absent' as const) : ('measured' as const),
  mm,
});

/** A complete baseline: one small bone metastasis in a fit patient. */
export const baseline: readonly Fact[] = [
  histology,
  { ...ecog(0), id: 'ecog' },
  staging,
  charted,
  { ...fitness(), id: 'fitness' },
  { ...sample(DAY, 20_000), id: 'e0' },
  {
    type: 'BaselineLesionsMeasured',
    id: 'baseline',
    on: '2025-01-07',
    modality: 'mri+ct',
    nonTarget: 'present',
    targets: [nasopharynx(40)],
  },
];

export const systemic = (on = '2025-01-15', changes: Given<'SystemicTherapyStarted'> = {}): Fact => ({
  type: 'SystemicTherapyStarted',
  on,
  line: 1,
  regimen: 'GP + toripalimab',
  agents: ['gemcitabine', 'cisplatin', 'toripalimab'],
  ...changes,
});
export const cycles = (on: string, count: number): Fact => ({ type: 'SystemicTherapyCyclesCompleted', on, cycles: count });
export const ended = (on: string, reason: FactOf<'SystemicTherapyEnded'>['reason']): Fact => ({ type: 'SystemicTherapyEnded', on, reason });

/** A scan of the single target at a size in mm (40 at baseline), stable and without new lesions. */
export const scan = (on: string, mm: number, changes: Given<'ResponseAssessed'> = {}): Fact => ({
  type: 'ResponseAssessed',
  on,
  modality: 'mri+ct',
  targets: [nasopharynx(mm)],
  nonTarget: 'non-CR/non-PD',
  newLesions: [],
  clinicallyStable: true,
  ...changes,
});
export const adverseEvent = (on: string, grade: 1 | 2 | 3 | 4 | 5, changes: Given<'AdverseEventRecorded'> = {}): Fact => ({
  type: 'AdverseEventRecorded',
  on,
  term: 'nausea',
  grade,
  immuneRelated: false,
  ...changes,
});
export const declines = (on: string, ...items: string[]): Fact => ({ type: 'PatientPreferenceRecorded', on, declines: items });
export const died = (on: string): Fact => ({ type: 'DeathRecorded', id: 'death', on });

export const chair: Signature = {
  account: 'account:1',
  name: 'Dr A. Chair',
  roles: ['clinician', 'chair'],
  discipline: 'radiation-oncology',
  meaning: 'chair',
  method: 'password',
  at: '2025-01-10T10:00:00Z',
};
export const reviewer: Signature = { ...chair, account: 'account:2', name: 'Dr B.', roles: ['clinician'], meaning: 'reviewer' };

/** A case that commands are given to, one after another. */
export class CaseStory {
  #state: Case = noCase();
  readonly events: CaseEvent[] = [];
  under: Knowledge = knowledge;

  constructor(public today: IsoDate = '2025-01-10') {}

  static opened(facts: readonly Fact[] = baseline, today?: IsoDate): CaseStory {
    const story = new CaseStory(today);
    story.give({ type: 'OpenCase', head, facts });
    return story;
  }

  get state(): OpenCaseState {
    if (this.#state.status === 'none') throw new Error('expected an open case');
    return this.#state;
  }

  get board() {
    return this.state.board;
  }

  get assessment() {
    return assessmentOf(this.state, this.under);
  }

  /** What the command recorded. */
  give(command: CaseCommand): readonly CaseEvent[] {
    const { events, state } = decideCase(this.#state, command, this.under, { today: this.today });
    this.#state = state;
    this.events.push(...events);
    return events;
  }

  record(...facts: Fact[]): readonly CaseEvent[] {
    return this.give({ type: 'RecordFacts', facts });
  }

  /** The decision that the draft proposes, with changes. */
  decision(n: number, changes: Partial<DecisionContent> = {}, others: Partial<RecordDecision> = {}): RecordDecision {
    const draft = draftDecision(this.state, this.assessment, this.today);
    return {
      type: 'RecordDecision',
      decisionId: uuid(n),
      content: { ...written(draft.content, 'as proposed'), ...changes },
      basisHash: draft.basisHash,
      quorum: { state: 'not-in-a-meeting', required: [], present: [], missing: [] },
      signature: chair,
      ...others,
    };
  }

  decide(n: number, changes: Partial<DecisionContent> = {}, others: Partial<RecordDecision> = {}): readonly CaseEvent[] {
    return this.give(this.decision(n, changes, others));
  }
}

/** Events of one type among some. */
export const ofType = <Type extends CaseEvent['type']>(events: readonly CaseEvent[], type: Type) =>
  events.filter((event): event is Extract<CaseEvent, { type: Type }> => event.type === type);

/** The types of what was recorded for the board, in order. */
export const boardTypes = (events: readonly CaseEvent[]): string[] =>
  events.map(({ type }) => type as string).filter((type) => /^(?:Case(?!Opened)|Decision|Referral|Expectation|Action|Item)/.test(type));

/** The problem with which something is refused. */
export function problemOf(act: () => unknown): Problem {
  try {
    act();
  } catch (error) {
    if (isProblem(error)) return error;
    throw error;
  }
  throw new Error('expected a problem');
}
