import { inWords } from '@tumor-board/oncology';
import type { MeetingEvent } from './meeting-event.js';
import type { SeriesEvent } from './series-event.js';

/** What happened to a meeting, as one short line for a history. English; names no patient. */
export function describeMeetingEvent(event: MeetingEvent): string {
  switch (event.type) {
    case 'MeetingPlanned':
      return `Meeting planned: ${event.data.title}, ${event.data.on} ${event.data.startsAt} (${event.data.timeZone})`;
    case 'MeetingMoved':
      return `Meeting moved to ${event.data.on} ${event.data.startsAt} (${event.data.timeZone}), ${event.data.place}`;
    case 'MeetingCancelled':
      return `Meeting cancelled: ${inWords(event.data.reason)}`;
    case 'AgendaItemAdded': {
      const { mode, origin } = event.data;
      const how = mode === 'discussion' ? 'for discussion' : 'without discussion';
      return `Case put on the agenda ${how} (${inWords(origin.kind)})`;
    }
    case 'AgendaItemMoved':
      return event.data.after === null ? 'Case moved to the head of the agenda' : 'Case moved on the agenda';
    case 'AgendaItemRemoved':
      return `Case taken off the agenda: ${inWords(event.data.reason)}`;
    case 'ItemSampledForAudit':
      return 'Case without discussion sampled for audit';
    case 'ItemPulledBack':
      return 'Case to be discussed after all';
    case 'MeetingOpened':
      return 'Meeting opened';
    case 'AttendeeJoined': {
      const { account, name, disciplines, presence, chairs } = event.data;
      const as = [...(chairs ? ['chair'] : []), ...disciplines].map(inWords).join(', ');
      return `${name ?? account} joined ${inWords(presence)}${as === '' ? '' : `: ${as}`}`;
    }
    case 'AttendeeLeft':
      return `${event.data.account} left`;
    case 'ItemCalled':
      return 'Case called';
    case 'ItemDeferred':
      return `Case deferred: ${inWords(event.data.reason)}`;
    case 'ItemDecided':
      return 'Case decided';
    case 'ItemNotReached':
      return 'Case not reached';
    case 'MeetingClosed': {
      const { length } = event.data.notReached;
      return length === 0 ? 'Meeting closed' : `Meeting closed, ${length} ${length === 1 ? 'case' : 'cases'} not reached`;
    }
    case 'ItemCarriedOver':
      return event.data.to === 'queue' ? 'Case back in the queue' : 'Case carried over to another meeting';
  }
}

/** What happened to a series of meetings, as one short line for a history. English. */
export function describeSeriesEvent(event: SeriesEvent): string {
  switch (event.type) {
    case 'SeriesPlanned':
    case 'SeriesChanged': {
      const { title, weekday, everyWeeks, startsAt, timeZone, firstOn } = event.data;
      const rhythm = everyWeeks === 1 ? 'every week' : `every ${everyWeeks} weeks`;
      const did = event.type === 'SeriesPlanned' ? 'planned' : 'changed';
      return `Series ${did}: ${title}, ${rhythm} on ${weekday} at ${startsAt} (${timeZone}) from ${firstOn}`;
    }
    case 'SeriesEnded':
      return `Series ended from ${event.data.from}`;
    case 'SeriesMeetingsPlanned': {
      const { meetings } = event.data;
      return `${meetings.length} ${meetings.length === 1 ? 'meeting' : 'meetings'} planned: ${meetings.map(({ on }) => on).join(', ')}`;
    }
  }
}
