import { canonicalJson, type Reason } from '@tumor-board/kernel';
import type { Impact, ImpactReport, ImpactTransition } from '@tumor-board/knowledge';

const REASONS_AT_MOST = 3;

const reasonText = ({ text, facts, rule }: Reason): string => {
  const cited = [...facts, ...(rule === undefined ? [] : [rule])];
  return cited.length === 0 ? text : `${text} [${cited.join(', ')}]`;
};

/** What a change means for one case, and why, as lines for a reader. */
export function impactLines({ reference, parts, relist }: Impact): string[] {
  return [
    `${reference}${relist ? ': for the board to look at again' : ''}`,
    ...parts.flatMap(({ part, before, after, because }) => [
      `  ${part}: ${before} → ${after}`,
      ...because.slice(0, REASONS_AT_MOST).map((reason) => `    because ${reasonText(reason)}`),
      ...(because.length > REASONS_AT_MOST ? [`    and for ${because.length - REASONS_AT_MOST} more reasons`] : []),
    ]),
  ];
}

const cases = (count: number): string => `${count} ${count === 1 ? 'case' : 'cases'}`;

const changeText = ({ current, candidate }: ImpactReport): string => {
  const release =
    current.release === candidate.release ? `release ${current.release} as it is` : `${current.release} → ${candidate.release}`;
  const [before, after] = [canonicalJson(current.policy), canonicalJson(candidate.policy)];
  return `${release}; ${before === after ? 'policy as it is' : `policy ${before} → ${after}`}`;
};

const transitionLine = ({ before, after, count, examples }: ImpactTransition): string =>
  `    ${String(count).padStart(7)}  ${before} → ${after}  (${examples.join(', ')}${count > examples.length ? ', …' : ''})`;

/** A report as lines for a reader. */
export function reportLines(report: ImpactReport): string[] {
  const { casesRead, casesChanged, casesToRelist, parts, transitions, candidate, digest } = report;
  return [
    changeText(report),
    `${cases(casesRead)} assessed both ways: ${casesChanged} would change, ${casesToRelist} for the board to look at again`,
    ...parts.flatMap(({ part, count }) => [
      `  ${part}: ${cases(count)}`,
      ...transitions.filter((transition) => transition.part === part).map(transitionLine),
    ]),
    `content of ${candidate.release}: ${candidate.contentHash}`,
    `digest of this report: ${digest}`,
  ];
}
