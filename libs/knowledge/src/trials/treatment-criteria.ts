import { type IsoDate, isCalendarDate, possibleValues } from '@tumor-board/kernel';
import { cyclesBy, isAntiPd1 } from '@tumor-board/oncology';
import type { AgentGroup, CheckedCriterion } from './trial.js';
import type { TrialSubject } from './trial-subject.js';
import { decided, lacksFact, needsPerson, notMet, type Verdict } from './verdict.js';

type Of<Kind extends CheckedCriterion['kind']> = Extract<CheckedCriterion, { kind: Kind }>;

export function judgeFirstLine(_: Of<'first-line'>, { course }: TrialSubject): Verdict {
  const line = course.currentLine;
  if (line === undefined) return lacksFact('no systemic therapy recorded');
  return decided(
    line.line === 1,
    `line ${line.line}`,
    line.starts.map(({ id }) => id),
  );
}

const IS_OF: Readonly<Record<AgentGroup, (agent: string) => boolean>> = {
  platinum: (agent) => /platin/i.test(agent),
  'anti-PD-1': isAntiPd1,
};

/** Looks at the agents of the current line, its switches and maintenance included. */
export function judgeReceived({ groups }: Of<'received'>, { course }: TrialSubject): Verdict {
  const line = course.currentLine;
  if (line === undefined) return lacksFact('no systemic therapy recorded');
  const agents = [...new Set(line.starts.flatMap((start) => start.agents))];
  if (agents.length === 0) return lacksFact('the agents of the line are not recorded');
  const given = groups.every((group) => agents.some(IS_OF[group]));
  return decided(
    given,
    agents.join(', '),
    line.starts.map(({ id }) => id),
  );
}

/** Looks at the last scan of the current line and the cycles completed by then. */
export function judgeResponse({ among, cycles }: Of<'response'>, { course, scans }: TrialSubject): Verdict {
  const line = course.currentLine;
  if (line === undefined) return lacksFact('no systemic therapy recorded');
  const scan = scans.findLast((one) => one.line === line.line);
  if (scan === undefined) return lacksFact('no response assessed in the current line');
  const completed = line.cycles.findLast(({ on }) => on <= scan.on);
  const given = cyclesBy(line, scan.on);
  const facts = [scan.fact, ...(completed === undefined ? [] : [completed.id])];
  const text = `${scan.overall} on ${scan.on} after ${given} cycles`;
  if (given < cycles.from) return lacksFact(`${text}; asked for after ${cycles.from}`, facts);
  if (cycles.to !== undefined && given > cycles.to) return notMet(`${text}; asked for after at most ${cycles.to}`, facts);
  if (among.includes(scan.overall)) return decided(true, text, facts);
  return openResponse(scan.overall, text, facts) ?? notMet(text, facts);
}

/** Looks at the first scan that is late enough after the last locoregional radiotherapy. */
export function judgeResponseAfterRadiotherapy(
  { among, months }: Of<'response-after-radiotherapy'>,
  { course, scans }: TrialSubject,
): Verdict {
  const radiotherapy = course.locoregionalRadiotherapy.at(-1);
  if (radiotherapy === undefined) return lacksFact('no locoregional radiotherapy recorded');
  const from = monthsAfter(radiotherapy.on, months);
  const scan = scans.find((one) => one.on >= from);
  if (scan === undefined) return lacksFact(`no response assessed from ${from}`, [radiotherapy.id]);
  const facts = [radiotherapy.id, scan.fact];
  const text = `${scan.overall} on ${scan.on}, radiotherapy on ${radiotherapy.on}`;
  if (among.includes(scan.overall)) return decided(true, text, facts);
  return openResponse(scan.overall, text, facts) ?? notMet(text, facts);
}

/** Without measurable targets RECIST has neither partial response nor stable disease: whether that counts is the trial's to say. */
function openResponse(overall: string, text: string, facts: readonly string[]): Verdict | undefined {
  if (overall === 'NE') return lacksFact(text, facts);
  return overall === 'non-CR/non-PD' ? needsPerson(`${text}: no measurable target`, facts) : undefined;
}

export function judgeUntreated({ course }: TrialSubject): Verdict {
  const { first } = course;
  return first === undefined
    ? needsPerson('no treatment on record, which does not prove that none was given')
    : notMet(`treated from ${first.on}`, [first.id]);
}

export function judgeMetachronous({ stage }: TrialSubject): Verdict {
  const { m } = stage['TNM-8'];
  const facts = m.status === 'classified' ? [...new Set(m.because.flatMap((reason) => reason.facts))] : [];
  const deNovo = facts.length > 0 && possibleValues(m).every((value) => value === 'M1');
  return deNovo
    ? notMet('metastatic before the first treatment on record', facts)
    : needsPerson('whether the primary was treated radically before', facts);
}

/** The same day so many months later, or the last day of a shorter month. */
export function monthsAfter(date: IsoDate, months: number): IsoDate {
  const month = Number(date.slice(5, 7)) - 1 + months;
  const yearAndMonth = `${Number(date.slice(0, 4)) + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  let day = Number(date.slice(8, 10));
  while (!isCalendarDate(`${yearAndMonth}-${String(day).padStart(2, '0')}`)) day -= 1;
  return `${yearAndMonth}-${String(day).padStart(2, '0')}`;
}
