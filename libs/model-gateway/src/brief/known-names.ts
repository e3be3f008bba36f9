import { fact, jsonSchemaOf } from '@tumor-board/oncology';

/**
 * Names that may leave although the record holds them as free text, because they name nobody: agents and regimens, organs,
 * kinds of imaging, and the adverse events that the rules of the product read. All in lower case.
 */
const NAMES = [
  'gemcitabine',
  'cisplatin',
  'carboplatin',
  'nedaplatin',
  'lobaplatin',
  'docetaxel',
  'paclitaxel',
  'nab-paclitaxel',
  'capecitabine',
  'fluorouracil',
  '5-fluorouracil',
  '5-fu',
  'tegafur',
  's-1',
  'cetuximab',
  'nimotuzumab',
  'bevacizumab',
  'toripalimab',
  'camrelizumab',
  'tislelizumab',
  'penpulimab',
  'sintilimab',
  'nivolumab',
  'pembrolizumab',
  'anti-pd-1',
  'gp',
  'tpf',
  'gp + toripalimab',
  'gp + camrelizumab',
  'gp + tislelizumab',
  'gp + anti-pd-1',
  'nasopharynx',
  'liver',
  'lung',
  'bone',
  'lymph node',
  'node',
  'distant-node',
  'brain',
  'spine',
  'neck',
  'ct',
  'mri',
  'mri+ct',
  'pet-ct',
  'pet-ct+mri',
  'everything',
  'radiotherapy',
  'chemotherapy',
  'immunotherapy',
  'ablation',
  'surgery',
  'maintenance',
  'pneumonitis',
  'mucositis',
  'hepatitis',
  'colitis',
  'nephritis',
  'myocarditis',
  'hypothyroidism',
  'rash',
  'nausea',
  'vomiting',
  'fatigue',
  'neutropenia',
  'febrile neutropenia',
  'thrombocytopenia',
  'anaemia',
  'anemia',
  'hearing loss',
  'tinnitus',
  'neuropathy',
  'peripheral neuropathy',
  'dermatitis',
  'dysphagia',
  'xerostomia',
  'cisplatin allergy',
  'spinal cord compression',
  'copies/ml',
];

/** Categories of T, N, M and of response, which the record keeps as text. */
const CATEGORY = /^(?:[TN](?:X|is|[0-4])|M[01][ab]?|CR|PR|SD|PD|NE|i(?:CR|PR|SD|UPD|CPD))$/;

/** Every value that the form of a fact lists: coded, so it is nobody's own words. */
const CODED: ReadonlySet<string> = new Set(listedValues(jsonSchemaOf(fact)));
const KNOWN: ReadonlySet<string> = new Set(NAMES);

function listedValues(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(listedValues);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]): string[] => {
    if (key === 'const') return typeof value === 'string' ? [value] : [];
    if (key === 'enum' && Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
    return listedValues(value);
  });
}

/** True for a text of the record that may leave: a coded value or a known name. Whatever else is written there stays. */
export const mayLeave = (value: string): boolean => CODED.has(value) || CATEGORY.test(value) || KNOWN.has(value.trim().toLowerCase());
