/** Names of agents, in lower case, that block PD-1 or its ligand PD-L1, alone or with a second target. */
const ANTI_PD1 = [
  'toripalimab',
  'camrelizumab',
  'tislelizumab',
  'penpulimab',
  'sintilimab',
  'nivolumab',
  'pembrolizumab',
  'zimberelimab',
  'serplulimab',
  'cemiplimab',
  'dostarlimab',
  'retifanlimab',
  'spartalizumab',
  'pucotenlimab',
  'finotonlimab',
  'iparomlimab',
  'cadonilimab',
  'ivonescimab',
  'atezolizumab',
  'durvalumab',
  'avelumab',
  'envafolimab',
  'sugemalimab',
  'adebrelimab',
  'tagitanlimab',
  'socazolimab',
  'benmelstobart',
  'js001',
  'shr-1210',
  'bgb-a317',
  'ak105',
  'kl-a167',
  'ql1706',
];
const PD1_CLASS = /\b(anti[- ]?)?pd[- ]?l?1\b/;

/** True for an agent that blocks PD-1 or PD-L1, by its name or as "anti-PD-1", "PD-1 inhibitor", "PD-L1". */
export function isAntiPd1(agent: string): boolean {
  const name = agent.toLowerCase();
  return ANTI_PD1.some((known) => name.includes(known)) || PD1_CLASS.test(name);
}

/** True for a fluoropyrimidine, for which DPYD status matters. */
export const isFluoropyrimidine = (agent: string): boolean => /capecitabine|fluorouracil|5-?fu\b|tegafur|\bs-?1\b/i.test(agent);
