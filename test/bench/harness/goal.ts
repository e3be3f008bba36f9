import { figure } from './statistics.ts';
import { table } from './table.ts';

/** What a benchmark must show. */
export interface Goal {
  readonly text: string;
  readonly target: number;
  /** True when more is better. */
  readonly atLeast: boolean;
  readonly unit: string;
  /** Undefined when it could not be measured. */
  readonly measured: number | undefined;
}

/** A ratio that must not be smaller. */
export const ratioAtLeast = (text: string, target: number, measured: number | undefined): Goal => ({
  text,
  target,
  atLeast: true,
  unit: '×',
  measured,
});

export const isMet = ({ target, atLeast, measured }: Goal): boolean =>
  measured !== undefined && (atLeast ? measured >= target : measured <= target);

function verdict(goal: Goal): string {
  const { target, atLeast, measured, unit } = goal;
  if (measured === undefined || Number.isNaN(measured)) return 'not measured';
  if (isMet(goal)) return 'met';
  if (target === 0) return `missed by ${figure(measured)} ${unit}`.trimEnd();
  const share = atLeast ? 1 - measured / target : measured / target - 1;
  return `missed by ${figure(share * 100)} %`;
}

/** The goals with what was measured, and by how much each was missed. */
export const goalTable = (goals: readonly Goal[]): string =>
  table(
    ['goal', 'at', 'measured', 'verdict'],
    goals.map((goal) => [
      goal.text,
      `${goal.atLeast ? '≥' : '≤'} ${goal.target} ${goal.unit}`.trimEnd(),
      goal.measured === undefined ? '–' : `${figure(goal.measured)} ${goal.unit}`.trimEnd(),
      verdict(goal),
    ]),
  );
