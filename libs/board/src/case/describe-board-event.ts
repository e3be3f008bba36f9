import { inWords } from '@tumor-board/oncology';
import type { BoardEvent, Trigger } from './board-event.js';

/** What happened to a case at the board, as one short line for a history. Nothing that is protected. */
export function describeBoardEvent(event: BoardEvent): string {
  switch (event.type) {
    case 'CaseReferred':
      return `Referred to the board (${event.data.urgency})${event.data.dueBy === undefined ? '' : `, answer needed by ${event.data.dueBy}`}`;
    case 'ReferralWithdrawn':
      return `Referral withdrawn: ${inWords(event.data.reason)}`;
    case 'CaseListed':
      return `Listed for the board: ${inWords(event.data.reason)}, due by ${event.data.dueBy} (${inWords(event.data.trigger.kind)}${onFacts(event.data.trigger)})`;
    case 'CaseScheduled':
      return `On the agenda of ${event.data.meetingOn}, ${inWords(event.data.mode)}`;
    case 'CaseUnscheduled':
      return `Off the agenda: ${inWords(event.data.reason)}`;
    case 'CaseDeferred':
      return `Deferred: ${inWords(event.data.reason)}${event.data.until === undefined ? '' : `, until ${event.data.until}`}`;
    case 'CaseDelisted':
      return `Off the queue: ${inWords(event.data.reason)}`;
    case 'ItemRequested': {
      const { item, owner, dueOn } = event.data;
      return `Requested${'discipline' in owner ? ` from ${inWords(owner.discipline)}` : ''}: ${item}, due on ${dueOn}`;
    }
    case 'DecisionRecorded': {
      const { content, provisional, supersedes, signature } = event.data;
      const how = [...(provisional ? ['provisional'] : []), ...(supersedes === undefined ? [] : ['supersedes the one before'])];
      return `Decided: ${inWords(content.step)}${how.length === 0 ? '' : ` (${how.join(', ')})`}, signed by ${signature.name} as ${signature.meaning}`;
    }
    case 'DecisionSigned':
      return `Decision signed by ${event.data.signature.name} as ${event.data.signature.meaning}`;
    case 'DecisionNeedsReview':
      return `The decision needs review: ${inWords(event.data.trigger.kind)}${onFacts(event.data.trigger)}`;
    case 'ActionReported':
      return `Action ${inWords(event.data.state)}${event.data.reason === undefined ? '' : `: ${inWords(event.data.reason)}`}`;
    case 'DecisionAudited':
      return `Decision audited by ${event.data.auditor.name}: ${inWords(event.data.finding)}`;
    case 'ExpectationOverdue':
      return `Overdue since ${event.data.dueOn}: ${inWords(event.data.result)}`;
    case 'PatientIdentified':
      return 'Patient identified';
  }
}

const onFacts = ({ facts }: Trigger): string => (facts.length === 0 ? '' : ` ${facts.join(', ')}`);
