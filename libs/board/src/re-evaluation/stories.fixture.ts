import { CaseStory, cycles, sample, scan, systemic } from '../case/case.fixture.js';

/** Decided to start systemic therapy, which has begun; the first EBV DNA under it has come. */
export const underway = (): CaseStory => {
  const story = CaseStory.opened();
  story.record(systemic());
  story.record(sample('2025-01-22', 4_000), sample('2025-01-29', 900), cycles('2025-02-05', 1));
  story.decide(1);
  return story;
};

/** Three cycles, a partial response and a decision on it; EBV DNA cleared twice. */
export const responding = (): CaseStory => {
  const story = underway();
  story.record(sample('2025-02-12', 0), sample('2025-02-26', 0), cycles('2025-03-17', 3), scan('2025-03-19', 22));
  story.today = '2025-03-20';
  story.decide(2);
  return story;
};
