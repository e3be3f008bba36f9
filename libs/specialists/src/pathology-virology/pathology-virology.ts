import { EBV_DNA_THRESHOLDS, entriesOfSystem } from '@tumor-board/knowledge';
import { blocked, ebvFacts, ebvText, hasDied, histologyText, isEberNegative, proposed } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueAgainst, argueFor, counted, grouped, listed, raise, sentence } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { figure } from '../rules/figures.js';
import { rule } from './rules.js';

const NEEDS: readonly Need[] = [
  {
    item: 'histology with EBER',
    why: 'metastatic carcinoma is treated on histology, and EBV DNA is read only with EBER known',
    owner: 'pathology',
    when: 'always',
    reads: { kind: 'fact', type: 'HistologyReported' },
    severity: 'data-gap',
  },
  {
    item: 'EBER status',
    why: 'EBV DNA says nothing about an EBER-negative tumour',
    owner: 'pathology',
    when: 'always',
    reads: { kind: 'fact', type: 'HistologyReported', field: 'eber', except: ['unknown'] },
    severity: 'data-gap',
  },
  {
    item: 'histology and EBER',
    why: 'the reports on record do not settle it',
    owner: 'pathology',
    when: 'always',
    reads: { kind: 'open-item', begins: ['EBER status', 'histology with EBER'] },
    severity: 'data-gap',
  },
  {
    item: 'EBV DNA sample',
    why: 'a class or the response turns on it; same assay, plasma, copies/mL',
    owner: 'virology',
    when: 'ebv-dna-readable',
    reads: {
      kind: 'open-item',
      begins: ['baseline EBV DNA', 'EBV DNA by the assay', 'EBV DNA again', 'EBV DNA limit of quantification', 'check of EBER'],
    },
    severity: 'data-gap',
  },
  {
    item: 'EBV DNA after palliative chemotherapy',
    why: 'one class waits for it, and it must be drawn before radiotherapy',
    owner: 'virology',
    when: 'after-induction',
    reads: { kind: 'open-item', begins: ['EBV DNA after'] },
    severity: 'data-gap',
  },
  {
    item: 'limit of detection of the EBV DNA assay',
    why: 'without it a result below it bounds no half-life and shows no rebound',
    owner: 'virology',
    when: 'ebv-dna-measured',
    reads: { kind: 'fact', type: 'EbvDnaMeasured', field: 'limitOfDetection' },
    severity: 'data-gap',
  },
  {
    item: 'biopsy of a metastasis',
    why: 'a doubtful solitary lesion is proven before it is treated, when that is safe',
    owner: 'pathology with interventional radiology',
    when: 'always',
    reads: { kind: 'open-item', begins: ['confirmation that the lesion is a metastasis'] },
    severity: 'preference',
  },
];

function argue(input: PanelInput): Draft[] {
  if (hasDied(input)) return [];
  return [...onTumour(input), ...onSamples(input), ...onThresholds(input), ...onHalfLife(input), ...onClearance(input)];
}

function onTumour(input: PanelInput): Draft[] {
  const histology = input.timeline.latest('HistologyReported');
  if (histology === undefined) return [];
  const facts = [histology.id];
  const drafts: Draft[] = [];
  if (histology.eber === 'negative') {
    const option = blocked(input, 'rules that read EBV DNA');
    const samples = input.timeline.of('EbvDnaMeasured');
    if (option !== undefined) {
      const measured =
        samples.length === 0 ? '' : ` ${counted(samples.length, 'result')} of EBV DNA on record must not be read as response.`;
      drafts.push(
        argueAgainst(
          option,
          `${sentence(`${histologyText(histology)}, EBER negative`)} EBV DNA says nothing about this tumour.${measured}`,
          {
            facts: [...facts, ...samples.map(({ id }) => id)],
            rule: 'ebv/eber-negative',
          },
        ),
      );
    }
  } else if (histology.eber === 'unknown') {
    drafts.push(
      raise(WHOLE_CASE, 'EBER is not known: every finding that reads EBV DNA is provisional.', {
        facts,
        rule: rule('eber-unknown'),
        severity: 'data-gap',
      }),
    );
  } else if (input.gate.because.some((reason) => reason.facts.some((id) => ebvFacts(input).includes(id))) && input.gate.gate === 'good') {
    drafts.push(
      argueFor(
        proposed(input),
        `${sentence(`${histologyText(histology)}, EBER positive`)} EBV DNA may be read beside the scan, and it does not rise.`,
        {
          facts: [...facts, ...input.gate.because.flatMap((reason) => reason.facts)],
          rule: rule('eber-positive'),
          evidence: ['liu-2023'],
        },
      ),
    );
  }
  if (histology.histology === 'keratinising' || histology.histology === 'basaloid') {
    drafts.push(
      raise(
        WHOLE_CASE,
        `${sentence(histology.histology)} The evidence for the first line and for EBV DNA is of non-keratinising carcinoma.`,
        {
          facts,
          rule: rule('keratinising'),
          evidence: ['later/ak105-304'],
        },
      ),
    );
  }
  return drafts;
}

function onSamples(input: PanelInput): Draft[] {
  const { timeline, ebv } = input;
  const samples = timeline.of('EbvDnaMeasured');
  const [first] = samples;
  if (first === undefined || isEberNegative(input)) return [];
  const drafts: Draft[] = [];
  const { flags } = ebv.kinetics;
  const anchor = ebv.state.baseline ?? first;
  if (flags.includes('other-assay-results-ignored')) {
    const others = samples.filter(({ id }) => !ebvFacts(input).includes(id));
    const named = [...new Set(others.map(({ assay, unit, specimen }) => `${assay}, ${unit}, ${specimen}`))].join('; ');
    drafts.push(
      raise(
        WHOLE_CASE,
        `${counted(others.length, 'result')} (${named}) not comparable with ${anchor.assay}, ${anchor.unit}, ${anchor.specimen}: no trend is read across them.`,
        {
          facts: [anchor.id, ...others.map(({ id }) => id)],
          rule: rule('one-assay'),
        },
      ),
    );
  }
  const foreign = samples.filter(({ unit, specimen }) => unit !== 'copies/mL' || specimen !== 'plasma');
  if (foreign.length > 0) {
    drafts.push(
      raise(
        WHOLE_CASE,
        `${counted(foreign.length, 'result')} not in copies/mL of plasma: no published threshold may be applied to ${foreign.length === 1 ? 'it' : 'them'}.`,
        {
          facts: foreign.map(({ id }) => id),
          rule: rule('own-assay'),
        },
      ),
    );
  }
  if (flags.includes('baseline-ebv-older-than-28-days') && ebv.state.baseline !== undefined) {
    drafts.push(
      raise(WHOLE_CASE, `The baseline sample of ${ebv.state.baseline.on} is more than 28 days older than the first treatment.`, {
        facts: [ebv.state.baseline.id],
        rule: rule('old-baseline'),
      }),
    );
  }
  for (const { code, text, facts } of ebv.alerts) {
    if (code === 'ebv-dna-not-plasma') continue;
    drafts.push(raise(WHOLE_CASE, sentence(text), { facts, rule: rule('detection-limit') }));
  }
  if (ebv.kinetics.category === 'baseline-undetectable' && ebv.state.baseline !== undefined) {
    drafts.push(
      raise(
        WHOLE_CASE,
        `EBV DNA not detected before treatment (${ebv.state.baseline.on}): an undetectable result later is no response. ${figure('text/lee-2021-ebv')}.`,
        {
          facts: [ebv.state.baseline.id],
          rule: rule('undetectable-baseline'),
          evidence: ['text/lee-2021-ebv'],
        },
      ),
    );
  }
  return drafts;
}

/** Classes that rest on a threshold of EBV DNA, and the ones that lie near theirs. */
function onThresholds(input: PanelInput): Draft[] {
  const { assessment, ebv } = input;
  const e0 = ebv.state.baseline;
  if (e0 === undefined || isEberNegative(input)) return [];
  const near = EBV_DNA_THRESHOLDS.flatMap(({ system, copiesPerMl }) => {
    const finding = system === undefined ? undefined : assessment.m1[system];
    return finding?.status === 'classified' && finding.flags?.includes('near-threshold') === true
      ? [{ system, copiesPerMl, value: finding.value }]
      : [];
  });
  if (near.length === 0) return [];
  const named = near.map(({ system, copiesPerMl, value }) => `${system} ${value} (threshold ${grouped(copiesPerMl)})`);
  return [
    raise(
      WHOLE_CASE,
      `EBV DNA before treatment ${ebvText(e0, grouped)} by ${e0.assay} lies less than two-fold from the threshold of ${listed(named)}.`,
      {
        facts: [e0.id],
        rule: rule('near-threshold'),
        evidence: near.flatMap(({ system }) =>
          system === undefined
            ? []
            : entriesOfSystem(system)
                .slice(0, 1)
                .map(({ id }) => id),
        ),
      },
    ),
  ];
}

function onHalfLife(input: PanelInput): Draft[] {
  const { halfLifeDays, halfLifeBelowDays, flags, category } = input.ebv.kinetics;
  if (halfLifeDays === undefined && halfLifeBelowDays === undefined) return [];
  const value = halfLifeDays === undefined ? `below ${halfLifeBelowDays?.toFixed(2)} d (upper bound only)` : `${halfLifeDays.toFixed(2)} d`;
  const drafts: Draft[] = [];
  if (flags.includes('sampling-not-weekly') || halfLifeDays === undefined) {
    drafts.push(
      raise(WHOLE_CASE, `Half-life ${value}, read as ${category}: sampling was not weekly, so it is not the measure of Wang 2010.`, {
        facts: ebvFacts(input),
        rule: rule('weekly-sampling'),
        evidence: ['text/wang-2010'],
      }),
    );
  }
  if (flags.includes('half-life-at-cut-off')) {
    drafts.push(
      raise(WHOLE_CASE, `Half-life exactly ${value}: read as slow by product rule; the paper's side of the cut-off is not known.`, {
        facts: ebvFacts(input),
        rule: rule('weekly-sampling'),
        evidence: ['text/wang-2010'],
      }),
    );
  }
  return drafts;
}

function onClearance(input: PanelInput): Draft[] {
  const { clearance, flags } = input.ebv.kinetics;
  const facts = ebvFacts(input);
  const last = input.ebv.state.latestComparable;
  const step = proposed(input);
  if (last === undefined) return [];
  switch (clearance) {
    case 'cleared':
      return flags.includes('unconfirmed')
        ? [
            raise(step, `EBV DNA not detected on ${last.on}, once: clearance is unconfirmed until a second sample by ${last.assay}.`, {
              facts,
              rule: rule('unconfirmed'),
            }),
          ]
        : flags.includes('detectable-again')
          ? [
              raise(step, `EBV DNA is detectable again since clearance (${ebvText(last, grouped)} on ${last.on}), not yet a rebound.`, {
                facts,
                rule: 'ebv/clearance',
              }),
            ]
          : [];
    case 'rebound':
      return [raise(step, `EBV DNA rebound: ${ebvText(last, grouped)} on ${last.on} after clearance.`, { facts, rule: 'ebv/clearance' })];
    case 'persistent':
      return [raise(step, `EBV DNA still detectable: ${ebvText(last, grouped)} on ${last.on}.`, { facts, rule: 'ebv/clearance' })];
    case 'not-informative':
    case 'not-assessable':
      return [];
  }
}

/** Reads tissue and marker: histology, EBER, assay and specimen, detection limits, half-life and clearance. */
export const pathologyVirology: Agent = { discipline: 'pathology-virology', version: '1', needs: NEEDS, argue };
