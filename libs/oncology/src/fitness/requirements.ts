import { type AgentClass, type FitnessItem, guardId } from './guard.js';

/** An item without which an agent cannot be judged (`unknown`) or that is asked for beside the verdict (`need`). */
export interface FitnessRequirement {
  readonly id: string;
  readonly agent: AgentClass;
  readonly looksAt: FitnessItem;
  readonly without: 'unknown' | 'need';
  readonly need: string;
}

const row = (
  agent: AgentClass,
  name: string,
  looksAt: FitnessItem,
  without: FitnessRequirement['without'],
  need: string,
): FitnessRequirement => ({ id: guardId(agent, name), agent, looksAt, without, need });

const PREGNANCY_STATUS = 'pregnancy status, where it can apply';

/** What each agent needs to be known first. The items that could forbid it outright leave the verdict open. */
export const FITNESS_REQUIREMENTS: readonly FitnessRequirement[] = [
  row('cisplatin', 'crcl', 'creatinineClearanceMlMin', 'unknown', 'creatinine clearance'),
  row('cisplatin', 'ecog', 'ecog', 'unknown', 'ECOG performance status'),
  row('cisplatin', 'hearing', 'hearingLossGrade', 'need', 'hearing test'),
  row('cisplatin', 'neuropathy', 'neuropathyGrade', 'need', 'neuropathy grade'),
  row('cisplatin', 'neutrophils', 'neutrophilsE9L', 'need', 'neutrophil count'),
  row('cisplatin', 'platelets', 'plateletsE9L', 'need', 'platelet count'),
  row('cisplatin', 'hemoglobin', 'hemoglobinGL', 'need', 'hemoglobin'),
  row('cisplatin', 'hbv', 'hbsAg', 'need', 'HBsAg'),
  row('cisplatin', 'pregnancy', 'pregnant', 'need', PREGNANCY_STATUS),
  row('carboplatin', 'crcl', 'creatinineClearanceMlMin', 'need', 'creatinine clearance'),
  row('carboplatin', 'neutrophils', 'neutrophilsE9L', 'need', 'neutrophil count'),
  row('carboplatin', 'platelets', 'plateletsE9L', 'need', 'platelet count'),
  row('carboplatin', 'pregnancy', 'pregnant', 'need', PREGNANCY_STATUS),
  row('gemcitabine', 'neutrophils', 'neutrophilsE9L', 'need', 'neutrophil count'),
  row('gemcitabine', 'platelets', 'plateletsE9L', 'need', 'platelet count'),
  row('gemcitabine', 'pregnancy', 'pregnant', 'need', PREGNANCY_STATUS),
  row('antiPd1', 'transplant', 'organTransplant', 'unknown', 'whether there is an organ transplant'),
  row('antiPd1', 'autoimmune', 'autoimmuneDisease', 'unknown', 'whether there is autoimmune disease'),
  row('antiPd1', 'hbv', 'hbsAg', 'need', 'HBsAg'),
  row('antiPd1', 'pregnancy', 'pregnant', 'need', PREGNANCY_STATUS),
  row('fluoropyrimidine', 'dpyd', 'dpyd', 'unknown', 'DPYD genotype'),
  row('fluoropyrimidine', 'crcl', 'creatinineClearanceMlMin', 'unknown', 'creatinine clearance'),
  row('fluoropyrimidine', 'pregnancy', 'pregnant', 'need', PREGNANCY_STATUS),
];
