import type { M1System } from '@tumor-board/oncology';
import type { RadiotherapyClaim, SystemOutlook } from './system-outlook.js';

/** How the published systems, side by side, stand to locoregional radiotherapy for a case. They are compared, never merged. */
export interface RadiotherapyPosition {
  /**
   * Of the systems whose word on the case is settled. `benefit`, `no-benefit`: all that say something of the class say so;
   * `disagree`: they contradict each other; `not-stated`: none says anything.
   */
  readonly position: 'benefit' | 'no-benefit' | 'disagree' | 'not-stated';
  /** False while a system that is open may change the position. */
  readonly settled: boolean;
  readonly benefit: readonly M1System[];
  readonly noBenefit: readonly M1System[];
  /** The paper says nothing of the class. */
  readonly notStated: readonly M1System[];
  /** Which class it is decides what the paper says. */
  readonly open: readonly M1System[];
  readonly text: string;
}

type Claim = RadiotherapyClaim | 'not-stated';
type Said = RadiotherapyPosition['position'];

const AND: Readonly<Record<Said, Readonly<Record<Claim, Said>>>> = {
  'not-stated': { 'not-stated': 'not-stated', benefit: 'benefit', 'no-benefit': 'no-benefit' },
  benefit: { 'not-stated': 'benefit', benefit: 'benefit', 'no-benefit': 'disagree' },
  'no-benefit': { 'not-stated': 'no-benefit', benefit: 'disagree', 'no-benefit': 'no-benefit' },
  disagree: { 'not-stated': 'disagree', benefit: 'disagree', 'no-benefit': 'disagree' },
};

/** Puts beside each other what the systems say of locoregional radiotherapy in the classes of a case. */
export function radiotherapyPosition(systems: readonly SystemOutlook[]): RadiotherapyPosition {
  const applying = systems.filter(({ classes }) => classes.length > 0).map((one) => ({ ...one, claims: claimsOf(one) }));
  const saying = (claim: Claim) => applying.filter(({ claims: [first, ...rest] }) => rest.length === 0 && first === claim);
  const [benefit, noBenefit, notStated] = [saying('benefit'), saying('no-benefit'), saying('not-stated')];
  const open = applying.filter(({ claims }) => claims.length > 1);
  const position = [...benefit, ...noBenefit].flatMap(({ claims }) => claims).reduce<Said>((said, claim) => AND[said][claim], 'not-stated');
  const settled = open.every(({ claims }) => claims.every((claim) => AND[position][claim] === position));
  return {
    position,
    settled,
    benefit: benefit.map(({ system }) => system),
    noBenefit: noBenefit.map(({ system }) => system),
    notStated: notStated.map(({ system }) => system),
    open: open.map(({ system }) => system),
    text: [
      POSITIONS[position],
      ...(benefit.length === 0 ? [] : [`A benefit of locoregional radiotherapy: ${named(benefit)}.`]),
      ...(noBenefit.length === 0 ? [] : [`No benefit shown: ${named(noBenefit)}.`]),
      ...(open.length === 0 ? [] : [`Not settled: ${named(open)}${settled ? '' : ', which may change this'}.`]),
      ...(position === 'not-stated' ? [] : ['All of it is retrospective.']),
    ].join(' '),
  };
}

const named = (systems: readonly SystemOutlook[]): string =>
  systems.map(({ system, classes }) => `${system} (${classes.map((one) => one.class).join(' or ')})`).join(', ');

/** What a system may turn out to say of the case. */
const claimsOf = ({ classes, doesNotApply }: SystemOutlook): readonly Claim[] => [
  ...new Set([
    ...classes.map(({ locoregionalRadiotherapy }) => locoregionalRadiotherapy?.claim ?? 'not-stated'),
    ...(doesNotApply === null ? [] : ['not-stated' as const]),
  ]),
];

const POSITIONS: Readonly<Record<Said, string>> = {
  benefit: 'The systems that say something of the class of this case agree on a benefit.',
  'no-benefit': 'The systems that say something of the class of this case agree that none was shown.',
  disagree: 'The systems disagree.',
  'not-stated': 'No system is settled that says anything of the class of this case.',
};
