import { CAPECITABINE_EBV_DNA_AT_MOST } from './ebv-dna-thresholds.js';
import { comparison, median, reduction, share } from './effect.js';
import { caveat, type EvidenceEntry, entry } from './evidence-entry.js';

const RETROSPECTIVE = caveat('K', 'Retrospective: selection is not ruled out.');
const OPINION = caveat('V', 'Expert opinion of the authors; it carries no grade.');

/** What the review's text cites on first-line therapy beyond its table 3. */
export const CITED_ON_SYSTEMIC_THERAPY: readonly EvidenceEntry[] = [
  entry({
    id: 'text/wang-1991-pf',
    name: 'Cisplatin with fluorouracil',
    place: { in: 'text', section: 'systemic', paragraph: 1 },
    sources: ['wang-1991-pf'],
    years: [1991],
    design: 'phase 2',
    population: { setting: 'metastatic, timing not stated' },
    patients: [],
    groups: ['fluorouracil + cisplatin'],
    effects: [share('response', [76])],
  }),
  entry({
    id: 'text/rationale-309-pfs2',
    name: 'RATIONALE-309, next line',
    place: { in: 'text', section: 'systemic', paragraph: 2 },
    sources: ['rationale-309'],
    years: [2022],
    design: 'randomised phase 3',
    population: { setting: 'recurrent or metastatic', detail: 'first line' },
    patients: [],
    groups: ['tislelizumab + chemotherapy', 'placebo + chemotherapy'],
    effects: [median('PFS2', ['not reached', 13.9]), reduction('PFS2', 62)],
    caveats: [caveat('S', 'Overall survival was not mature.')],
  }),
  entry({
    id: 'text/liu-2023-systemic',
    name: 'The review: systemic therapy',
    place: { in: 'text', section: 'systemic', paragraph: 2 },
    sources: ['liu-2023'],
    years: [2023],
    design: 'expert opinion',
    population: { setting: 'de novo' },
    patients: [],
    groups: [],
    effects: [],
    thresholds: [{ what: 'interval of the cycles', value: { from: 3, to: 3 }, unit: 'weeks' }],
    says: ['Chemotherapy with an anti-PD-1 agent for up to six cycles, then the agent as maintenance, for eligible patients.'],
    caveats: [
      OPINION,
      caveat('V', 'Four to six cycles before radiotherapy stand beside up to six here and a decision after three in You 2020.'),
    ],
    confidence: 'V',
  }),
];

/** What the review's text cites on maintenance. */
export const CITED_ON_MAINTENANCE: readonly EvidenceEntry[] = [
  entry({
    id: 'text/sun-2020-capecitabine',
    name: 'Sun 2020, capecitabine maintenance',
    place: { in: 'text', section: 'other', paragraph: 1 },
    sources: ['sun-2020-capecitabine'],
    years: [2020],
    design: 'retrospective',
    population: { setting: 'de novo', detail: 'after locoregional radiotherapy' },
    patients: [{ of: 'all', n: 64 }],
    groups: ['capecitabine maintenance', 'none'],
    effects: [comparison('OS', 'first group', { subset: 'EBV DNA before treatment at or below the threshold' })],
    thresholds: [{ what: 'EBV DNA before treatment', value: { atMost: CAPECITABINE_EBV_DNA_AT_MOST }, unit: 'copies/mL' }],
    caveats: [RETROSPECTIVE, caveat('V', 'The threshold belongs to these patients, not to the randomised trial of Liu 2022.')],
  }),
  entry({
    id: 'text/liu-2022-capecitabine',
    name: 'Liu 2022, capecitabine maintenance',
    place: { in: 'text', section: 'other', paragraph: 1 },
    sources: ['liu-2022-capecitabine', 'ng-2022'],
    years: [2022],
    design: 'randomised phase 3',
    population: { setting: 'de novo and metachronous', detail: 'disease control after paclitaxel + cisplatin + capecitabine' },
    patients: [],
    groups: ['capecitabine maintenance + best supportive care'],
    effects: [median('PFS', [35.9])],
    caveats: [
      caveat('V', 'The review speaks of survival; the figure is of progression-free survival. Survival data were not mature.'),
      caveat('S', 'Induction was not the usual first line, and whether it made the disease sensitive to capecitabine is open (Ng 2022).'),
      caveat('S', 'The best dose, and its place beside an anti-PD-1 agent, are open.'),
    ],
    confidence: 'V',
  }),
];
