import { type AgentClass, type FitnessGuard, guardRows } from './guard.js';
import { IMMUNE_EVENT_GUARDS } from './immune-event-guards.js';

/** What a site decides for itself about fitness. */
export interface FitnessLimits {
  /** Cisplatin is blocked below this creatinine clearance, mL/min; sources differ between 50 and 60. */
  readonly cisplatinCrClMin: number;
}

export const DEFAULT_FITNESS_LIMITS: FitnessLimits = { cisplatinCrClMin: 50 };

/** Below this creatinine clearance, mL/min, cisplatin is given with caution where it is not blocked. */
const CISPLATIN_CRCL_CAUTION_BELOW = 60;

const CONSENSUS = {
  evidence: ['ahn-2016', 'clinical-consensus-cisplatin'],
  source: 'consensus statements on unfitness for cisplatin',
  verified: true,
} as const;
const GENERAL = { evidence: [], source: 'general oncological practice', verified: false } as const;
const CAUTIONED = {
  evidence: ['asco-irae-2021', 'product-rule'],
  source: 'product rule on a caution of guidelines and labels',
  verified: true,
} as const;
const LABEL = { evidence: ['fda-penpulimab-2025'], source: 'FDA label of penpulimab, 2025', verified: true } as const;
const DPD = { evidence: [], source: 'general knowledge on fluoropyrimidines, DPD and the kidney', verified: false } as const;

const HELD = 'held until recovered';
const BOARD_ONLY = 'no anti-PD-1 agent; only the board overrides';
const HBV_NEEDS = ['HBV DNA and antiviral prophylaxis'];
const KIDNEY = ['kidney', 'renal', 'nephr', 'creatinine'];
const HEARING_AND_NERVE = ['hearing', 'tinnitus', 'ototox', 'deaf', 'neuropath', 'paresthesi', 'paraesthesi'];
const SKIN_AND_GUT = ['hand-foot', 'hand foot', 'palmar-plantar', 'diarrh'];
const PLATINUM_ALLERGY = { terms: ['allerg', 'anaphyla', 'hypersensitiv'], attributedTo: ['platin'] } as const;

const cisplatin = ({ cisplatinCrClMin }: FitnessLimits): readonly FitnessGuard[] => {
  const { value, event } = guardRows('cisplatin', CONSENSUS);
  const general = guardRows('cisplatin', GENERAL);
  const borderlineCrCl = { from: cisplatinCrClMin, below: CISPLATIN_CRCL_CAUTION_BELOW };
  const toxicity = { terms: [...HEARING_AND_NERVE, ...KIDNEY], attributedTo: ['cisplatin'], either: true } as const;
  return [
    value('crcl', 'creatinineClearanceMlMin', { below: cisplatinCrClMin }, 'blocked', 'no cisplatin'),
    value('crcl-borderline', 'creatinineClearanceMlMin', borderlineCrCl, 'caution', 'borderline; sources differ between 50 and 60'),
    value('hearing', 'hearingLossGrade', { from: 2 }, 'blocked', 'no cisplatin'),
    value('hearing-borderline', 'hearingLossGrade', { from: 1, below: 2 }, 'caution', 'borderline; dose to the cochlea adds'),
    value('neuropathy', 'neuropathyGrade', { from: 2 }, 'blocked', 'no cisplatin'),
    value('neuropathy-borderline', 'neuropathyGrade', { from: 1, below: 2 }, 'caution', 'borderline'),
    value('ecog', 'ecog', { from: 3 }, 'blocked', 'no cisplatin'),
    value('ecog-borderline', 'ecog', { from: 2, below: 3 }, 'caution', 'borderline; individualise'),
    value('age', 'ageYears', { from: 70 }, 'caution', 'borderline'),
    value('neutrophils', 'neutrophilsE9L', { below: 1.5 }, 'blocked', HELD),
    value('platelets', 'plateletsE9L', { below: 100 }, 'blocked', HELD),
    value('hemoglobin', 'hemoglobinGL', { below: 90 }, 'blocked', 'held until corrected; 90 g/L is the product limit'),
    value('pregnancy', 'pregnant', { is: [true] }, 'blocked', 'no cisplatin'),
    value('hbv', 'hbsAg', { is: ['positive'] }, 'need', 'untreated active hepatitis B makes unfit', HBV_NEEDS),
    general.event('toxicity', toxicity, 'current', { from: 2 }, 'blocked', 'stopped while above grade 1'),
    event('toxicity-borderline', { terms: HEARING_AND_NERVE }, 'current', { from: 1, below: 2 }, 'caution', 'borderline'),
    event('allergy', PLATINUM_ALLERGY, 'worst-ever', { from: 1 }, 'blocked', 'platinum allergy: no cisplatin'),
  ];
};

/** What holds for the other myelosuppressive agents of the first line. */
const marrow = (agent: Extract<AgentClass, 'carboplatin' | 'gemcitabine'>): readonly FitnessGuard[] => {
  const { value } = guardRows(agent, GENERAL);
  return [
    value('neutrophils', 'neutrophilsE9L', { below: 1.5 }, 'blocked', HELD),
    value('platelets', 'plateletsE9L', { below: 100 }, 'blocked', HELD),
    value('hemoglobin', 'hemoglobinGL', { below: 90 }, 'caution', 'delay and correct'),
    value('pregnancy', 'pregnant', { is: [true] }, 'blocked', `no ${agent}`),
    value('ecog', 'ecog', { from: 2 }, 'caution', 'individualise'),
  ];
};

const liver = (agent: Extract<AgentClass, 'gemcitabine' | 'antiPd1'>): readonly FitnessGuard[] => {
  const { value } = guardRows(agent, GENERAL);
  const consequence = 'hold; tell hepatitis from progression';
  return [
    value('bilirubin', 'bilirubinUln', { above: 1.5 }, 'caution', consequence, ['HBV DNA']),
    value('alt', 'altUln', { above: 2.5 }, 'caution', consequence, ['HBV DNA']),
    value('alt-liver-metastases', 'altUlnWithLiverMetastases', { above: 5 }, 'caution', consequence, ['HBV DNA']),
  ];
};

const antiPd1 = (): readonly FitnessGuard[] => {
  const cautioned = guardRows('antiPd1', CAUTIONED);
  const general = guardRows('antiPd1', GENERAL);
  const nonKeratinisingOnly = 'the trials and the label of penpulimab are of non-keratinising carcinoma';
  return [
    cautioned.value('transplant', 'organTransplant', { is: [true] }, 'blocked', BOARD_ONLY),
    cautioned.value('autoimmune', 'autoimmuneDisease', { is: ['active'] }, 'blocked', BOARD_ONLY),
    general.value('autoimmune-controlled', 'autoimmuneDisease', { is: ['controlled'] }, 'caution', 'usually allowed; watch for a flare'),
    general.value('pregnancy', 'pregnant', { is: [true] }, 'blocked', BOARD_ONLY),
    general.value('hbv', 'hbsAg', { is: ['positive'] }, 'need', 'hepatitis B can reactivate', HBV_NEEDS),
    guardRows('antiPd1', LABEL).value('histology', 'histology', { is: ['keratinising', 'basaloid'] }, 'caution', nonKeratinisingOnly),
  ];
};

const fluoropyrimidine = (): readonly FitnessGuard[] => {
  const { value } = guardRows('fluoropyrimidine', DPD);
  const general = guardRows('fluoropyrimidine', GENERAL);
  const reduce = 'interrupt, then reduce by 25 to 50 %; early severe toxicity suggests DPD deficiency';
  return [
    value('dpyd', 'dpyd', { is: ['deficient'] }, 'blocked', 'no fluoropyrimidine'),
    value('dpyd-partial', 'dpyd', { is: ['partial'] }, 'caution', 'dose reduced by about 50 %'),
    value('crcl', 'creatinineClearanceMlMin', { below: 30 }, 'blocked', 'no capecitabine'),
    value('crcl-reduced', 'creatinineClearanceMlMin', { from: 30, to: 50 }, 'caution', 'capecitabine at 75 % of the dose'),
    general.value('pregnancy', 'pregnant', { is: [true] }, 'blocked', 'no fluoropyrimidine'),
    general.event('toxicity', { terms: SKIN_AND_GUT }, 'current', { from: 2 }, 'caution', reduce),
  ];
};

/** Every guard as a row: what it looks at, its limit, its effect, its source and whether that source was read. */
export function fitnessGuards(limits: FitnessLimits = DEFAULT_FITNESS_LIMITS): readonly FitnessGuard[] {
  const known = tables.get(limits.cisplatinCrClMin);
  if (known !== undefined) return known;
  const table = guardTable(limits);
  tables.set(limits.cisplatinCrClMin, table);
  return table;
}

/** The tables made so far: a site keeps its limit, and a case is judged often. */
const tables = new Map<number, readonly FitnessGuard[]>();

const guardTable = (limits: FitnessLimits): readonly FitnessGuard[] => [
  ...cisplatin(limits),
  ...marrow('carboplatin'),
  guardRows('carboplatin', GENERAL).event(
    'allergy',
    PLATINUM_ALLERGY,
    'worst-ever',
    { from: 1 },
    'blocked',
    'platinum allergy: no carboplatin',
  ),
  ...marrow('gemcitabine'),
  ...liver('gemcitabine'),
  ...antiPd1(),
  ...liver('antiPd1'),
  ...IMMUNE_EVENT_GUARDS,
  ...fluoropyrimidine(),
];
