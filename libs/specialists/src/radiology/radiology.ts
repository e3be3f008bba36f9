import type { NextStepCode } from '@tumor-board/knowledge';
import type { ScanProgression } from '@tumor-board/oncology';
import { chartFacts, hasDied, proposed, proposes } from '../input/case-reading.js';
import type { PanelInput } from '../input/panel-input.js';
import { type Draft, WHOLE_CASE } from '../opinion/claim.js';
import { argueAgainst, argueFor, counted, listed, raise, sentence } from '../opinion/draft.js';
import type { Need } from '../opinion/need.js';
import type { Agent } from '../opinion/opinion.js';
import { rule } from './rules.js';

const NEEDS: readonly Need[] = [
  {
    item: 'chart of the metastases',
    why: 'no class and no local therapy without the number, organ and size of the metastases',
    owner: 'radiology',
    when: 'always',
    reads: { kind: 'fact', type: 'MetastasesCharted' },
    severity: 'data-gap',
  },
  {
    item: 'baseline measurements of the targets',
    why: 'response is measured against them, and they cannot be made up for later',
    owner: 'radiology',
    when: 'always',
    reads: { kind: 'fact', type: 'BaselineLesionsMeasured' },
    severity: 'data-gap',
  },
  {
    item: 'number and nature of the metastases',
    why: 'it decides the class',
    owner: 'radiology',
    when: 'always',
    reads: { kind: 'open-item', begins: ['exact number of lesions', 'nature of the equivocal lesion', 'confirmation of an equivocal'] },
    severity: 'data-gap',
  },
  {
    item: 'chart and regional extent at diagnosis',
    why: 'stage and class are read from what stood before the first treatment',
    owner: 'radiology',
    when: 'always',
    reads: {
      kind: 'open-item',
      begins: ['chart of the metastases', 'site of the lesions', 'T category', 'N category', 'T and N', 'advanced extranodal'],
    },
    severity: 'data-gap',
  },
  {
    item: 'scan',
    why: 'the next decision waits for it',
    owner: 'radiology',
    when: 'always',
    reads: {
      kind: 'open-item',
      begins: ['response scan', 'repeat scan', 'imaging of every target', 'regular imaging', 'PET-CT and MRI'],
    },
    severity: 'preference',
  },
  {
    item: 'clinical stability at the scan',
    why: 'going on past an unconfirmed progression asks for it',
    owner: 'medical oncology with radiology',
    when: 'always',
    reads: { kind: 'open-item', begins: ['clinical stability'] },
    severity: 'data-gap',
  },
];

/** Alerts of the response calculator that are radiology's to answer, with the rule that each rests on. */
const ALERT_RULES: Readonly<Record<string, string>> = {
  'target-below-measurable': rule('measurable'),
  'sclerotic-bone-target': rule('measurable'),
  'target-not-measured-at-baseline': rule('measurable'),
  'too-many-targets': rule('target-count'),
  'too-many-targets-of-an-organ': rule('target-count'),
  'baseline-too-old': rule('baseline-age'),
  'baseline-of-earlier-line': rule('same-targets'),
  'baseline-measurements-missing': rule('same-targets'),
  'target-not-at-baseline': rule('same-targets'),
  'target-changed': rule('same-targets'),
  'non-target-not-reported': rule('same-targets'),
  'non-target-not-at-baseline': rule('same-targets'),
  'reported-response-differs': rule('reported'),
  'reported-response-not-understood': rule('reported'),
};

const RESTS_ON_RESPONSE: readonly NextStepCode[] = [
  'continue-systemic',
  'locoregional-rt',
  'consolidate-metastases',
  'maintenance',
  'surveillance',
];

function argue(input: PanelInput): Draft[] {
  if (hasDied(input)) return [];
  return [...onMeasurements(input), ...onBaseline(input), ...onChart(input), ...onResponse(input), ...onNextScan(input)];
}

function onMeasurements({ assessment }: PanelInput): Draft[] {
  return assessment.alerts.flatMap(({ code, text, facts }): Draft[] => {
    const by = ALERT_RULES[code];
    return by === undefined ? [] : [raise(WHOLE_CASE, sentence(text), { facts, rule: by, evidence: ['eisenhauer-2009'] })];
  });
}

/** Before the first treatment: what response will be measured by. */
function onBaseline(input: PanelInput): Draft[] {
  const { timeline, course, remaining } = input;
  const baseline = timeline.of('BaselineLesionsMeasured').at(-1);
  if (course.first !== undefined || baseline === undefined || baseline.targets.length === 0) return [];
  const { id, on, targets, nonTarget } = baseline;
  const sizes = listed(targets.map(({ lesion, mm }) => `${lesion} ${mm === undefined ? 'not measured' : `${mm} mm`}`));
  const facts = [id];
  const text = `Baseline of ${on}: ${counted(targets.length, 'target')} (${sizes}), non-target disease ${nonTarget}. It holds for a first dose within 28 days.`;
  const goesOn = proposes(input, 'start-systemic', 'ablate-upfront');
  const toAblate = targets
    .filter(({ chartedAs }) => remaining.lesions.some(({ lesion }) => lesion.id === chartedAs))
    .map(({ lesion }) => lesion);
  return [
    goesOn
      ? argueFor(proposed(input), text, { facts, rule: rule('baseline-age'), evidence: ['eisenhauer-2009'] })
      : raise(WHOLE_CASE, text, { facts, rule: rule('baseline-age') }),
    ...(proposes(input, 'ablate-upfront') && toAblate.length > 0
      ? [
          raise(
            'ablate-upfront',
            `${listed(toAblate)} is a target: once ablated it no longer shows response, and the rest must carry it.`,
            { facts: [...facts, ...chartFacts(input)], rule: rule('treated-lesion') },
          ),
        ]
      : []),
  ];
}

function onChart(input: PanelInput): Draft[] {
  const { chart, policy, assessment } = input;
  if (chart === undefined) return [];
  const drafts: Draft[] = [];
  const open = Object.entries(assessment.m1).flatMap(([system, finding]) => (finding.status === 'indeterminate' ? [system] : []));
  for (const { id, organ, count, sizeMm, certainty, countIsExact } of chart.lesions) {
    const size = sizeMm === undefined ? 'size not given' : `${sizeMm} mm`;
    if (certainty !== 'definite') {
      const effect =
        certainty === 'probable'
          ? 'it counts as a metastasis'
          : open.length === 0
            ? 'no class turns on it'
            : `it counts as none or ${count}; classes not settled: ${open.join(', ')}`;
      drafts.push(
        raise(WHOLE_CASE, `${id} (${organ}, ${size}) is ${certainty}: ${effect}.`, { facts: [chart.id], rule: rule('certainty') }),
      );
    }
    if (!countIsExact) {
      const effect =
        count > policy.oligometastaticMax
          ? `more than the site's limit of ${policy.oligometastaticMax} in any case`
          : `the site's limit is ${policy.oligometastaticMax}, so the count decides`;
      drafts.push(
        raise(WHOLE_CASE, `${id} (${organ}): at least ${counted(count, 'lesion')}, not counted exactly; ${effect}.`, {
          facts: [chart.id],
          rule: rule('count'),
        }),
      );
    }
  }
  return drafts;
}

function onResponse(input: PanelInput): Draft[] {
  const { scan, timeline } = input;
  const step = proposed(input);
  const drafts: Draft[] = [];
  const baseline = timeline.of('BaselineLesionsMeasured').at(-1);
  if (baseline !== undefined && baseline.targets.length === 0) {
    drafts.push(
      raise(WHOLE_CASE, 'No measurable target at baseline: a partial response cannot be read from scans, only CR, non-CR/non-PD or PD.', {
        facts: [baseline.id, ...chartFacts(input)],
        rule: rule('bone-only'),
        evidence: ['liu-2023'],
      }),
    );
  }
  if (scan === undefined) return drafts;
  const { on, overall, immune, sumMm, changeFromBaselinePct, changeFromNadirPct, fact, flags } = scan.scan;
  const facts = scan.baseline === null ? [fact] : [fact, scan.baseline];
  const letter = immune === null ? overall : `${overall} (${immune})`;
  const sums =
    sumMm === null || scan.baselineSumMm === null
      ? `${scan.targetsEvaluated} of ${counted(scan.targets, 'target')} evaluated`
      : `sum ${sumMm} mm, baseline ${scan.baselineSumMm} mm (${signed(changeFromBaselinePct)} %), smallest before ${scan.nadirSumMm} mm (${signed(changeFromNadirPct)} %)`;
  const read = `Scan of ${on}: ${sums}; ${letter}`;
  const grounds = { facts, rule: 'RECIST 1.1', evidence: ['eisenhauer-2009'] };
  if (overall === 'PD') {
    const why = [
      ...(scan.progression?.target === true ? ['targets grew'] : []),
      ...(scan.progression?.nonTarget === true ? ['non-target disease grew'] : []),
      ...(scan.progression !== null && scan.progression.newLesions > 0
        ? [`${counted(scan.progression.newLesions, 'new lesion')} in ${scan.progression.newLesionOrgans.join(', ')}`]
        : []),
    ].join(', ');
    if (proposes(input, 'confirm-progression', 'change-systemic', 'board-discussion'))
      drafts.push(argueFor(step, `${read}: ${why}.`, grounds));
    else if (RESTS_ON_RESPONSE.includes(step)) drafts.push(argueAgainst(step, `${read}: ${why}.`, grounds));
  } else if (overall === 'NE') {
    drafts.push(
      proposes(input, 'repeat-imaging')
        ? argueFor(step, `${read}: no response can be read.`, grounds)
        : raise(step, `${read}: no response can be read.`, grounds),
    );
  } else if (overall === 'CR' || overall === 'PR') {
    if (RESTS_ON_RESPONSE.includes(step)) drafts.push(argueFor(step, `${read}.`, grounds));
    else drafts.push(raise(WHOLE_CASE, `${read}.`, grounds));
  } else {
    drafts.push(raise(step, `${read}: neither response nor progression.`, grounds));
  }
  if (flags.includes('equivocal-new-lesion')) drafts.push(equivocalNewLesions(input));
  if (flags.some((flag) => flag === 'locally-treated-target' || flag === 'irradiated-target')) {
    drafts.push(
      raise(step, `The sum of ${on} holds lesions that were treated locally: their shrinkage is not response to systemic therapy.`, {
        facts,
        rule: rule('treated-lesion'),
      }),
    );
  }
  if (flags.includes('progression-in-normal-sized-nodes')) {
    drafts.push(
      raise(step, `Every target of ${on} is gone or a node below 10 mm, yet the sum meets progression: look at the images.`, {
        facts,
        rule: rule('arithmetic'),
      }),
    );
  }
  if (flags.includes('confirmation-later-than-8-weeks')) {
    drafts.push(
      raise(step, `The scan of ${on} came later than 8 weeks after the unconfirmed progression.`, { facts, rule: rule('confirmation') }),
    );
  }
  return drafts;
}

function equivocalNewLesions(input: PanelInput): Draft {
  const scan = input.timeline.of('ResponseAssessed').find(({ id }) => id === input.scan?.scan.fact);
  const lesions = scan?.newLesions.filter(({ unequivocal }) => !unequivocal) ?? [];
  const named = lesions.map(({ lesion, organ, mm }) => `${lesion} (${organ}${mm === undefined ? '' : `, ${mm} mm`})`).join(', ');
  return raise(
    proposed(input),
    `New on ${scan?.on}: ${named}, not unequivocal and not read as progression. The next scan must settle it.`,
    {
      facts: scan === undefined ? [] : [scan.id],
      rule: rule('new-lesion'),
    },
  );
}

/** What the next scan should answer, in millimetres. */
function onNextScan(input: PanelInput): Draft[] {
  const { scan } = input;
  if (scan === undefined) return [];
  if (scan.pending !== null) {
    const { opensOn, closesOn, fact } = scan.pending;
    const progression = input.scans.find((one) => one.scan.fact === fact)?.progression;
    if (progression === undefined || progression === null) return [];
    const text = `The next scan, from ${opensOn} to ${closesOn}, must answer: ${confirming(progression)}`;
    return [raise(proposed(input), text, { facts: [fact], rule: rule('confirmation'), evidence: ['seymour-2017'] })];
  }
  if (!proposes(input, 'continue-systemic', 'maintenance', 'surveillance', 'consolidate-metastases')) return [];
  const { sumMm, fact } = scan.scan;
  const { baselineSumMm, nadirSumMm } = scan;
  if (sumMm === null || baselineSumMm === null || nadirSumMm === null || baselineSumMm === 0) return [];
  const nadir = Math.min(nadirSumMm, sumMm);
  const [response, progression] = [Math.floor(tenths(baselineSumMm * 0.7)) / 10, Math.ceil(tenths(Math.max(nadir * 1.2, nadir + 5))) / 10];
  const text =
    progression <= response
      ? `At the next scan a sum of at least ${progression} mm is PD (smallest ${nadir} mm), also where it is still 30 % below the baseline of ${baselineSumMm} mm.`
      : `At the next scan a sum of at most ${response} mm is PR (baseline ${baselineSumMm} mm) and one of at least ${progression} mm is PD (smallest ${nadir} mm).`;
  return [
    raise(proposed(input), text, {
      facts: scan.baseline === null ? [fact] : [fact, scan.baseline],
      rule: rule('arithmetic'),
      evidence: ['eisenhauer-2009'],
    }),
  ];
}

/** What confirms an unconfirmed progression (iRECIST): more of what progressed, or progression of what had not. */
function confirming({ target, nonTarget, newLesion, newLesions }: ScanProgression): string {
  const one = newLesions === 1;
  const more = [
    ...(target ? ['further growth of the targets of 5 mm or more in sum'] : []),
    ...(nonTarget ? ['any further growth of non-target disease'] : []),
    ...(newLesion
      ? [
          `growth of the new ${one ? 'lesion' : 'lesions'} (of 5 mm or more${one ? '' : ' in sum'} where measurable, else any)`,
          'another new lesion',
        ]
      : []),
  ];
  const first = [
    ...(target ? [] : ['progression of the targets']),
    ...(nonTarget ? [] : ['unequivocal progression of non-target disease']),
    ...(newLesion ? [] : ['a new lesion']),
  ];
  return `${listed([...more, ...first], 'or')} confirms progression.`;
}

/** Tenths of a millimetre, without the trace that a product leaves in the last binary digits. */
const tenths = (mm: number): number => Math.round(mm * 1e7) / 1e6;
const signed = (percent: number | null): string =>
  percent === null ? 'not given' : percent > 0 ? `+${percent}` : `${percent}`.replace('-', '−');

/** Reads the images: measurability, certainty and number of lesions, the arithmetic of response, what the next scan should answer. */
export const radiology: Agent = { discipline: 'radiology', version: '2', needs: NEEDS, argue };
