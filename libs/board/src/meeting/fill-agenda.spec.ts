import { describe, expect, it } from 'vitest';
import { decisionKindsOf, fillAgenda, type QueuedCase } from './fill-agenda.js';
import { uuid } from './meeting.fixture.js';

const core = ['radiation-oncology', 'medical-oncology', 'radiology'] as const;
const queued = (number: number, more: Partial<QueuedCase> = {}): QueuedCase => ({
  caseId: uuid(number, 'c'),
  reason: 'progression',
  step: 'change-systemic',
  isFirstPresentation: false,
  asksFor: [],
  readiness: 'ready',
  ...more,
});
const taken = (proposals: ReturnType<typeof fillAgenda>) => proposals.filter((proposal) => proposal.taken).map(({ caseId }) => caseId);

describe('an agenda filled from the queue', () => {
  it('takes the cases in the order of the queue until the places are used up, and answers for every one', () => {
    const queue = [1, 2, 3].map((number) => queued(number));
    const proposals = fillAgenda(queue, { disciplines: core, places: 2 });
    expect(taken(proposals)).toEqual([uuid(1, 'c'), uuid(2, 'c')]);
    expect(proposals[2]).toEqual({ caseId: uuid(3, 'c'), taken: false, reason: 'progression', because: { code: 'no-place-left' } });
  });

  it('passes over a case whose disciplines are not expected, and gives its place to the next', () => {
    const first = queued(1, { isFirstPresentation: true, step: 'start-systemic' });
    const local = queued(2, { step: 'consolidate-metastases' });
    const asking = queued(3, { asksFor: ['palliative-care'] });
    const proposals = fillAgenda([first, local, asking, queued(4)], { disciplines: core, places: 1 });
    expect(taken(proposals)).toEqual([uuid(4, 'c')]);
    expect(proposals.slice(0, 3).map((proposal) => (proposal.taken ? null : proposal.because))).toEqual([
      { code: 'discipline-missing', missing: ['pathology'] },
      { code: 'discipline-missing', missing: ['interventional-radiology or surgery'] },
      { code: 'discipline-missing', missing: ['palliative-care'] },
    ]);
    const all = fillAgenda([first, local, asking], { disciplines: [...core, 'pathology', 'surgery', 'palliative-care'], places: 9 });
    expect(taken(all)).toHaveLength(3);
  });

  it.each(['not-ready', 'awaiting-result', 'listed', 'deferred'] as const)('passes over a case that is %s', (readiness) => {
    expect(fillAgenda([queued(1, { readiness })], { disciplines: core, places: 1 })).toMatchObject([
      { taken: false, because: { code: 'not-ready', readiness } },
    ]);
  });

  it('goes by the quorum of the site where it has its own', () => {
    const policy = { quorum: { any: ['radiology'] as const } };
    expect(taken(fillAgenda([queued(1)], { disciplines: ['radiology'], places: 1, policy }))).toHaveLength(1);
  });
});

describe('the kinds of decision that a case asks for', () => {
  it.each([
    ['start-systemic', true, ['first-presentation']],
    ['ablate-upfront', true, ['first-presentation', 'local-therapy']],
    ['consolidate-metastases', false, ['local-therapy']],
    ['locoregional-rt', false, ['any']],
    [null, false, ['any']],
  ] as const)('%s, first presentation %s', (step, isFirst, kinds) => {
    expect(decisionKindsOf(step, isFirst)).toEqual(kinds);
  });
});
