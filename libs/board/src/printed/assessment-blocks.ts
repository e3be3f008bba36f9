import { type Finding, settledValue } from '@tumor-board/kernel';
import { findingText, type Headline } from '@tumor-board/knowledge';
import { inWords, M1_SYSTEMS, type ScanDetail, type ScanResponse, TNM_EDITIONS } from '@tumor-board/oncology';
import { entry, type RecordedCaseEvent } from './case-pieces.js';
import type { KnownCase } from './known-case.js';
import { M1_SYSTEM_NAMES, partLabel } from './labels.js';
import { type Block, cited, type Entry, type Piece, plain, type Source, section } from './printed-document.js';
import { ebvDnaTable } from './standing-facts.js';

/** What the facts amounted to: stage, subdivisions of M1 disease, EBV DNA and response with the numbers they come from. */
export function assessmentBlocks(known: KnownCase, events: readonly RecordedCaseEvent[]): readonly Block[] {
  return [
    { kind: 'entries', entries: [...stageEntries(known), ...ebvDnaEntries(known), ...responseEntries(known)] },
    ...section(3, 'Subdivision of the metastatic disease by the published systems', subdivisions(known)),
    ...section(3, 'EBV DNA', ebvDnaTable(events)),
    ...section(3, 'Response, in sums of diameters', responseTable(known)),
  ];
}

function stageEntries({ assessment: { stage, oligometastatic }, source }: KnownCase): readonly Entry[] {
  const editions = TNM_EDITIONS.map((edition) =>
    cited(source, `${edition}: ${findingText(stage[edition].group)} (${findingText(stage[edition].m)})`),
  );
  const because = firstReason(oligometastatic);
  return [
    { label: 'Stage', value: separated(editions) },
    ...entry('Oligometastatic', source, `${yesOrNo(oligometastatic)}${because === undefined ? '' : ` – ${because}`}`),
  ];
}

const yesOrNo = (finding: Finding<boolean>): string => {
  const value = settledValue(finding);
  return value === undefined ? findingText(finding).replaceAll('true', 'yes').replaceAll('false', 'no') : value ? 'yes' : 'no';
};

const firstReason = (finding: Finding<unknown>): string | undefined =>
  finding.status === 'classified' || finding.status === 'indeterminate' ? finding.because[0]?.text : undefined;

function ebvDnaEntries({ assessment: { ebvDna }, source }: KnownCase): readonly Entry[] {
  const { category, halfLifeDays, halfLifeBelowDays, reason, clearance, flags } = ebvDna;
  const halfLife =
    halfLifeDays !== undefined
      ? `, half-life ${halfLifeDays} days`
      : halfLifeBelowDays !== undefined
        ? `, half-life below ${halfLifeBelowDays} days`
        : '';
  const because = reason === undefined ? '' : ` (${reason})`;
  return [
    ...entry('EBV DNA under treatment', source, `${inWords(category)}${halfLife}${because}${flagsText(flags)}`),
    ...entry('EBV DNA clearance', source, inWords(clearance)),
  ];
}

function responseEntries({ assessment: { response }, scans, source }: KnownCase): readonly Entry[] {
  const last = scans.at(-1);
  const { best } = response;
  return [
    ...entry('Latest response', source, last === undefined ? undefined : responseText(last)),
    ...entry('Best response', source, best === null ? undefined : `${best.overall} on ${best.on}`),
    ...entry('Response gate', source, last === undefined ? undefined : `${inWords(response.gate)} – ${response.reason}`),
  ];
}

const letters = ({ overall, immune }: ScanResponse): string => (immune === null ? overall : `${overall} / ${immune}`);

function responseText(detail: ScanDetail): string {
  const { scan, baselineSumMm, nadirSumMm } = detail;
  const { sumMm, changeFromBaselinePct, changeFromNadirPct } = scan;
  const steps = [
    ...(sumMm === null ? ['the sum of diameters is incomplete or there is none'] : [`sum of diameters ${sumMm} mm`]),
    ...(baselineSumMm === null || changeFromBaselinePct === null
      ? []
      : [`${signed(changeFromBaselinePct)} from ${baselineSumMm} mm at baseline`]),
    ...(nadirSumMm === null || changeFromNadirPct === null
      ? []
      : [`${signed(changeFromNadirPct)} from the smallest sum of ${nadirSumMm} mm`]),
  ];
  return `${letters(scan)} on ${scan.on}: ${steps.join(', ')}${flagsText(scan.flags)}`;
}

/** Percent as clinicians write it: `+20 %`, `−40.5 %`. */
const signed = (percent: number): string => `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${Math.abs(percent)} %`;

const flagsText = (flags: readonly string[]): string => (flags.length === 0 ? '' : ` [${flags.map(inWords).join(', ')}]`);

/** The systems that have something to say; those that do not apply are left out. */
function subdivisions({ assessment: { m1 }, source }: KnownCase): Block {
  const rows = M1_SYSTEMS.flatMap((system): (readonly Piece[])[] => {
    const finding = m1[system];
    if (finding.status === 'not-applicable') return [];
    const open = finding.status === 'indeterminate' && finding.missing.length > 0 ? `needs ${finding.missing.join(', ')}` : '';
    return [[cited(source, M1_SYSTEM_NAMES[system]), cited(source, findingText(finding)), open === '' ? plain('') : cited(source, open)]];
  });
  return { kind: 'table', columns: ['System', 'Class', 'Open'], rows };
}

function responseTable({ scans, source }: KnownCase): Block {
  const percent = (value: number | null): string => (value === null ? '–' : signed(value));
  const rows = scans.map(({ scan, baselineSumMm }) => [
    cited(source, scan.on),
    cited(source, baselineSumMm === null ? '–' : `${baselineSumMm} mm`),
    cited(source, scan.sumMm === null ? '–' : `${scan.sumMm} mm`),
    cited(source, percent(scan.changeFromBaselinePct)),
    cited(source, percent(scan.changeFromNadirPct)),
    cited(source, letters(scan)),
  ]);
  return { kind: 'table', columns: ['Scan of', 'Baseline', 'Sum', 'From baseline', 'From nadir', 'Response'], rows };
}

/** What is proposed, what else could be done, what a guard rules out and why, and what is missing. */
export function proposalEntries({ assessment: { nextStep, missing, alerts, knowledge, asOf }, source }: KnownCase): readonly Entry[] {
  const regimen = nextStep.regimen === undefined || nextStep.regimen.length === 0 ? '' : `: ${nextStep.regimen.join(', ')}`;
  const dose = nextStep.doseGy === undefined ? '' : `, ${nextStep.doseGy[0]}–${nextStep.doseGy[1]} Gy`;
  return [
    ...entry('Proposed', source, `${nextStep.title}${regimen}${dose}`),
    ...listed(
      'Because',
      source,
      nextStep.because.map(({ text }) => text),
    ),
    ...listed(
      'Alternatives',
      source,
      nextStep.alternatives.map(({ title }) => title),
    ),
    ...listed(
      'Blocked',
      source,
      nextStep.blocked.map(({ option, because }) => `${option} (${because.map(({ text }) => text).join('; ')})`),
    ),
    ...listed('Needed', source, nextStep.needs),
    ...listed(
      'Missing',
      source,
      missing.map(({ item }) => item),
    ),
    ...listed('Alerts', source, [...new Set(alerts.map(({ text }) => text))]),
    ...entry('By', source, `knowledge release ${knowledge}, as of ${asOf}`),
  ];
}

const listed = (label: string, source: Source, texts: readonly string[]): readonly Entry[] =>
  texts.length === 0 ? [] : [{ label, value: separated(texts.map((text) => cited(source, text))) }];

/** Pieces with a semicolon between them. */
const separated = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.map((piece, index) => (index === pieces.length - 1 ? piece : { ...piece, text: `${piece.text};` }));

/** The headline as it was recorded, for what cannot be computed again. */
export function headlineBlocks(headline: Headline, source: Source): readonly Block[] {
  const rows = Object.entries(headline)
    .toSorted(([left], [right]) => (left < right ? -1 : Number(left > right)))
    .map(([part, value]) => [cited(source, partLabel(part)), cited(source, value)]);
  return [
    { kind: 'paragraph', pieces: [plain('As it was recorded; this version of the program does not compute it again.')] },
    { kind: 'table', columns: ['Part', 'Value'], rows },
  ];
}
