import { inWords } from '@tumor-board/oncology';
import type { DeliberationEvent } from './deliberation-event.js';

/** What was said of a case, as one short line for a history. Nothing that is protected. */
export function describeDeliberationEvent(event: DeliberationEvent): string {
  switch (event.type) {
    case 'DeliberationRequested':
      return `The panel was asked to deliberate: ${inWords(event.data.because)}`;
    case 'OpinionRecorded':
      return `Opinion of ${inWords(event.data.opinion.discipline)}`;
    case 'DisciplineAbsent':
      return `No opinion of ${inWords(event.data.discipline)}: ${event.data.reason === 'deadline' ? 'the deadline passed' : 'it failed'}`;
    case 'ModelConsulted':
      return `A language model was asked: ${inWords(event.data.exchange.outcome)}`;
    case 'DeliberationConcluded': {
      const { struck } = event.data.ledger;
      return `The panel concluded${struck === 0 ? '' : `, ${struck} ${struck === 1 ? 'claim' : 'claims'} struck`}`;
    }
    case 'DeliberationSuperseded':
      return `What the panel said is of the past: ${inWords(event.data.because)}`;
    case 'ClaimMade':
      return `${event.data.author.name} made a claim (${inWords(event.data.stance)})`;
    case 'ClaimWithdrawn':
      return 'A claim was withdrawn';
  }
}
