import { classified, type Finding, indeterminate, possibleValues, type Reason, remember } from '@tumor-board/kernel';
import type { Alert } from '../alert.js';
import type { FactOf } from '../facts/clinical-fact.js';
import type { MetastaticExtent } from '../m1-subdivision/metastatic-extent.js';
import { chartedM, mCategory, STAGING_MISSING } from './m-category.js';
import { extensionDisagrees, nIn, tIn } from './regional-categories.js';
import { EDITION_EVIDENCE, GROUPS_WITH_METASTASIS, GROUPS_WITHOUT_METASTASIS, type NCategory, type TCategory } from './stage-groups.js';
import type { TnmEdition } from './tnm-edition.js';

/** Stage group and M category of one edition. */
export interface Stage {
  readonly group: Finding<string>;
  readonly m: Finding<string>;
}

/** The stage at diagnosis in both editions. */
export interface Staging {
  readonly stage: Readonly<Record<TnmEdition, Stage>>;
  readonly alerts: readonly Alert[];
}

/** Stages a case in both editions from its staging record and the extent of its metastases, both before treatment. */
export const stageCase: (extent: MetastaticExtent) => Staging = remember((extent) => {
  const stage = (edition: TnmEdition): Stage => {
    const m = mCategory(edition, extent);
    return { group: groupOf(edition, m, extent), m };
  };
  const stages = { 'TNM-8': stage('TNM-8'), 'TNM-9': stage('TNM-9') };
  return { stage: stages, alerts: recordsOf(extent).flatMap((record) => alertsOf(extent, record)) };
});

const recordsOf = (extent: MetastaticExtent): readonly FactOf<'StagingRecorded'>[] => [
  ...new Set(Object.values(extent.stagingIn).filter((record) => record !== undefined)),
];

function groupOf(edition: TnmEdition, m: Finding<string>, extent: MetastaticExtent): Finding<string> {
  const staging = extent.stagingIn[edition];
  const categories = possibleValues(m);
  const withMetastasis = categories.flatMap((category) => GROUPS_WITH_METASTASIS[edition][category] ?? []);
  const regional = categories.includes('M0') ? groupsWithoutMetastasis(edition, staging) : { groups: [], missing: [] };
  const possible = [...new Set([...regional.groups, ...withMetastasis])].sort();
  const missing = [...new Set([...(m.status === 'indeterminate' ? m.missing : []), ...regional.missing])];
  const [group] = possible;
  const facts = [...extent.facts];
  if (staging !== undefined && !facts.includes(staging.id)) facts.push(staging.id);
  const because: Reason[] = [
    { text: reasonText(edition, categories, staging), facts, rule: `${edition}/groups`, evidence: [EDITION_EVIDENCE[edition]] },
  ];
  if (group !== undefined && possible.length === 1 && regional.missing.length === 0) {
    return classified(group, because, m.status === 'classified' ? m.flags : []);
  }
  return indeterminate(possible, missing, because);
}

function reasonText(edition: TnmEdition, categories: readonly string[], staging: FactOf<'StagingRecorded'> | undefined): string {
  const m = categories.join(' or ');
  if (!categories.includes('M0')) return `${m} in ${edition}; T and N do not change the group`;
  return staging === undefined
    ? `${m} in ${edition}; no staging recorded`
    : `${staging.t} ${staging.n} recorded in ${staging.edition}, ${m}`;
}

/** The groups that the recorded T and N allow without distant metastasis. */
function groupsWithoutMetastasis(
  edition: TnmEdition,
  staging: FactOf<'StagingRecorded'> | undefined,
): { readonly groups: readonly string[]; readonly missing: readonly string[] } {
  const table = GROUPS_WITHOUT_METASTASIS[edition];
  const groupsFor = (ts: readonly TCategory[], ns: readonly NCategory[]): readonly string[] => [
    ...new Set(ts.flatMap((t) => ns.flatMap((n) => table[t][n] ?? []))),
  ];
  const allTs: readonly TCategory[] = ['Tis', 'T0', 'T1', 'T2', 'T3', 'T4'];
  const allNs: readonly NCategory[] = ['N0', 'N1', 'N2', 'N3'];
  if (staging === undefined) return { groups: groupsFor(allTs, allNs), missing: [STAGING_MISSING] };
  const t = tIn(staging);
  const n = nIn(edition, staging);
  const groups = groupsFor(t.answers, n.answers);
  if (groups.length === 0) {
    return {
      groups: [...new Set([...groupsFor(allTs, n.answers), ...groupsFor(t.answers, allNs)])],
      missing: ['T and N that can stand together'],
    };
  }
  if (groups.length === 1) return { groups, missing: [] };
  const missing: string[] = [];
  if (t.missing !== undefined && n.answers.some((one) => groupsFor(t.answers, [one]).length > 1)) missing.push(t.missing);
  if (n.missing !== undefined && t.answers.some((one) => groupsFor([one], n.answers).length > 1)) missing.push(n.missing);
  return { groups, missing };
}

function alertsOf(extent: MetastaticExtent, staging: FactOf<'StagingRecorded'>): Alert[] {
  const alerts: Alert[] = [];
  const facts = [...new Set([staging.id, ...extent.facts])];
  const charted = chartedM(extent);
  const recordedM1 = staging.m !== 'M0';
  if (extent.chart !== undefined && charted !== 'open' && (charted === 'M1') !== recordedM1) {
    alerts.push({
      code: 'recorded-m-and-chart-disagree',
      text: `${staging.m} is recorded, but the chart before treatment shows ${charted === 'M1' ? extent.text : 'no distant metastasis'}; the chart is used.`,
      facts,
    });
  } else if (extent.chart !== undefined && charted === 'open' && recordedM1) {
    alerts.push({
      code: 'recorded-m-not-certain-on-chart',
      text: `${staging.m} is recorded, but no charted lesion is certain (${extent.text}).`,
      facts,
    });
  } else if (extent.chart !== undefined && /^M1[ab]$/.test(staging.m)) {
    const m = possibleValues(mCategory('TNM-9', extent));
    if (!m.includes(staging.m)) {
      alerts.push({
        code: 'recorded-m-and-chart-disagree',
        text: `${staging.m} is recorded, but the chart before treatment gives ${m.join(' or ')} (${extent.text}); the chart is used.`,
        facts,
      });
    }
  }
  if (extensionDisagrees(staging)) {
    alerts.push({
      code: 'n-and-extranodal-extension-disagree',
      text: `${staging.n} is recorded with advanced extranodal extension, which ${staging.edition === 'TNM-9' && staging.n !== 'N0' ? 'TNM-9 calls N3' : 'needs involved nodes'}.`,
      facts: [staging.id],
    });
  }
  const impossible =
    (staging.t === 'Tis' && !['N0', 'NX'].includes(staging.n)) || (staging.t === 'T0' && staging.n === 'N0' && !recordedM1);
  if (impossible) {
    alerts.push({
      code: 'tnm-combination-impossible',
      text: `${staging.t} ${staging.n} ${staging.m} cannot stand together; the stage group is not determined from it.`,
      facts: [staging.id],
    });
  }
  return alerts;
}
