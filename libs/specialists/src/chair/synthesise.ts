import type { Option } from '../input/option.js';
import type { Ledger, LedgerEntry } from '../ledger/ledger.js';
import { DISCIPLINE_NAMES, type OpinionDiscipline, type PanelDiscipline } from '../opinion/discipline.js';
import { listed } from '../opinion/draft.js';
import type { Dissent, Position, Statement, Synthesis, Voice, WeighedOption } from './synthesis.js';

/** Raised whenever the chair may weigh the same ledger differently. */
export const CHAIR_VERSION = '1';

/** What the chair weighs: the ledger, the options of the next step, and who is missing. */
export interface ToWeigh {
  readonly ledger: Ledger;
  readonly options: readonly Option[];
  readonly absent: readonly PanelDiscipline[];
}

/**
 * Orders what was said. The chair weighs and never adds: every text is a claim's own between fixed words, every
 * statement points at its claims, and struck claims are not heard.
 */
export function synthesise({ ledger, options, absent }: ToWeigh): Synthesis {
  const heard = ledger.entries.filter(({ standing }) => standing === 'admitted');
  const weighed = options.map((option) => weigh(option, heard));
  const dissent = weighed.flatMap((one) => dissentOn(one, heard));
  return {
    format: 'tumor-board-synthesis/1',
    vetoes: heard
      .filter(({ weight }) => weight === 'veto')
      .flatMap((entry) => statement(`Veto on ${titleOf(entry, options)}. ${spoken(entry)}`, [entry])),
    dataGaps: dataGaps(heard, options),
    options: weighed,
    dissent,
    openQuestions: openQuestions(heard, options, weighed, dissent),
    absent,
  };
}

/** A statement, or nothing when no claim is behind it. */
function statement(text: string, entries: readonly LedgerEntry[]): Statement[] {
  const [first, ...rest] = [...new Set(entries.map(({ claim }) => claim.id))];
  return first === undefined ? [] : [{ text, claims: [first, ...rest] }];
}

const nameOf = (discipline: OpinionDiscipline): string => DISCIPLINE_NAMES[discipline as PanelDiscipline] ?? discipline;
const speaker = ({ claim, author }: LedgerEntry): string =>
  `${nameOf(claim.discipline)}${author.kind === 'agent' ? '' : ` (${author.kind})`}`;
const speakers = (entries: readonly LedgerEntry[]): string => listed([...new Set(entries.map(speaker))]);
const spoken = (entry: LedgerEntry): string => `${speaker(entry)}: ${entry.claim.text}`;
const titleOf = ({ claim }: LedgerEntry, options: readonly Option[]): string =>
  `“${options.find(({ option }) => option === claim.option)?.title ?? claim.option}”`;

const voiceOf = ({ claim, author }: LedgerEntry): Voice => ({
  claim: claim.id,
  discipline: claim.discipline,
  author: author.kind,
  text: claim.text,
});

/** The words of both sides. Who only says that something must be known first does not dissent. */
function dissentOn({ option, for: pro, against }: WeighedOption, heard: readonly LedgerEntry[]): Dissent[] {
  const waiting = new Set(weighing(heard, 'data-gap').map(({ claim }) => claim.id));
  const objections = against.filter(({ claim }) => !waiting.has(claim));
  return pro.length > 0 && objections.length > 0 ? [{ option, for: pro, against: objections }] : [];
}

const isChallenge = ({ claim }: LedgerEntry): boolean => claim.answers !== undefined;

function weigh({ option, kind, title }: Option, heard: readonly LedgerEntry[]): WeighedOption {
  const about = heard.filter(({ claim }) => claim.option === option && claim.stance !== 'request');
  const pro = about.filter(({ claim }) => claim.stance === 'for');
  const against = about.filter(({ claim }) => claim.stance === 'against');
  const concerns = about.filter((entry) => entry.claim.stance === 'concern' && !isChallenge(entry));
  const challenges = about.filter(isChallenge);
  const position = positionOf(about, pro, against, concerns);
  const [said] = statement(sentenceOf(title, position, pro, against, concerns, about), decisive(position, pro, against, concerns, about));
  return {
    option,
    kind,
    title,
    position,
    for: pro.map(voiceOf),
    against: against.map(voiceOf),
    concerns: concerns.map(voiceOf),
    challenges: challenges.map(voiceOf),
    statement: said ?? null,
  };
}

const weighing = (entries: readonly LedgerEntry[], weight: LedgerEntry['weight']): LedgerEntry[] =>
  entries.filter((entry) => entry.weight === weight);

function positionOf(
  about: readonly LedgerEntry[],
  pro: readonly LedgerEntry[],
  against: readonly LedgerEntry[],
  concerns: readonly LedgerEntry[],
): Position {
  if (weighing(about, 'veto').length > 0) return 'vetoed';
  if (weighing(about, 'data-gap').length > 0) return 'waits-for-data';
  if (pro.length > 0 && against.length > 0) return 'dissent';
  if (pro.length > 0) return 'supported';
  if (against.length > 0) return 'opposed';
  return concerns.length > 0 ? 'questioned' : 'silent';
}

/** The claims that make the position. */
function decisive(
  position: Position,
  pro: readonly LedgerEntry[],
  against: readonly LedgerEntry[],
  concerns: readonly LedgerEntry[],
  about: readonly LedgerEntry[],
): readonly LedgerEntry[] {
  switch (position) {
    case 'vetoed':
      return weighing(about, 'veto');
    case 'waits-for-data':
      return [...weighing(about, 'data-gap'), ...pro, ...against];
    case 'dissent':
    case 'supported':
    case 'opposed':
      return [...pro, ...against];
    case 'questioned':
      return concerns;
    case 'silent':
      return [];
  }
}

const POSITION_WORDS: Readonly<Record<Position, string>> = {
  vetoed: 'vetoed',
  'waits-for-data': 'waits for data',
  dissent: 'the disciplines part',
  supported: 'supported',
  opposed: 'opposed',
  questioned: 'questioned, neither supported nor opposed',
  silent: 'not spoken of',
};

function sentenceOf(
  title: string,
  position: Position,
  pro: readonly LedgerEntry[],
  against: readonly LedgerEntry[],
  concerns: readonly LedgerEntry[],
  about: readonly LedgerEntry[],
): string {
  const parts = [`“${title}”: ${POSITION_WORDS[position]}.`];
  if (position === 'vetoed') parts.push(`Veto: ${speakers(weighing(about, 'veto'))}.`);
  if (position === 'waits-for-data') parts.push(`Data asked for by ${speakers(weighing(about, 'data-gap'))}.`);
  if (position !== 'vetoed' && pro.length > 0) parts.push(`For: ${speakers(pro)}.`);
  if (position !== 'vetoed' && against.length > 0) parts.push(`Against: ${speakers(against)}.`);
  if (position === 'questioned') parts.push(`Concern: ${speakers(concerns)}.`);
  return parts.join(' ');
}

/** One statement for each missing item, whoever asked for it, then the gaps that were raised without one. */
function dataGaps(heard: readonly LedgerEntry[], options: readonly Option[]): Statement[] {
  const requests = heard.filter(({ claim }) => claim.stance === 'request');
  const byItem = new Map<string, LedgerEntry[]>();
  for (const entry of requests) {
    const item = entry.claim.item ?? entry.claim.text;
    byItem.set(item, [...(byItem.get(item) ?? []), entry]);
  }
  const items = [...byItem].sort(([, a], [, b]) => urgency(a) - urgency(b));
  return [
    ...items.flatMap(([item, entries]) => statement(`Missing: ${item}. Asked for by ${speakers(entries)}.`, entries)),
    ...heard
      .filter(({ claim, weight }) => weight === 'data-gap' && claim.stance !== 'request')
      .flatMap((entry) => statement(`Open for ${titleOf(entry, options)}. ${spoken(entry)}`, [entry])),
  ];
}

/** What weighs as a data gap before what would only be good to have. */
const urgency = (entries: readonly LedgerEntry[]): number => (entries.some(({ weight }) => weight === 'data-gap') ? 0 : 1);

/** What is left for the board: overrides of a veto, waiting, dissent, and what the red team found against the proposal. */
function openQuestions(
  heard: readonly LedgerEntry[],
  options: readonly Option[],
  weighed: readonly WeighedOption[],
  dissent: readonly Dissent[],
): Statement[] {
  const entriesOf = (voices: readonly Voice[]) => heard.filter(({ claim }) => voices.some((voice) => voice.claim === claim.id));
  const vetoed = weighed.filter(({ position }) => position === 'vetoed');
  const waiting = heard.filter(({ claim, weight }) => weight === 'data-gap' && claim.stance !== 'request' && claim.option !== 'case');
  const others = weighed.filter((one) => one.kind === 'alternative' && one.position === 'supported');
  const proposal = options.find(({ kind }) => kind === 'proposed');
  const doubts = heard.filter(
    (entry) =>
      entry.claim.discipline === 'red-team' && entry.claim.option === proposal?.option && !isChallenge(entry) && entry.weight === null,
  );
  return [
    ...vetoed.flatMap((one) => {
      const vetoes = weighing(entriesOf(one.against), 'veto');
      return statement(`Does the veto on “${one.title}” stand? ${vetoes.map(({ claim }) => claim.text).join(' ')}`, vetoes);
    }),
    ...waiting.flatMap((entry) => statement(`Can ${titleOf(entry, options)} wait until this is known? ${entry.claim.text}`, [entry])),
    ...dissent.flatMap((one) => {
      const title = options.find(({ option }) => option === one.option)?.title ?? one.option;
      const text = `Which side weighs more on “${title}”? For: ${said(one.for)} Against: ${said(one.against)}`;
      return statement(text, entriesOf([...one.for, ...one.against]));
    }),
    ...others.flatMap((one) => statement(`Is “${one.title}” the better way? ${said(one.for)}`, entriesOf(one.for))),
    ...doubts.flatMap((entry) => statement(`What does the board make of this? ${entry.claim.text}`, [entry])),
  ];
}

const said = (voices: readonly Voice[]): string => voices.map(({ discipline, text }) => `${nameOf(discipline)}: “${text}”`).join(' ');
