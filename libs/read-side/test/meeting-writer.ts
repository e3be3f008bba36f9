import { randomUUID } from 'node:crypto';
import {
  decideMeeting,
  decideSeries,
  evolveMeeting,
  evolveSeries,
  type MeetingCommand,
  type MeetingEvent,
  type MeetingPlan,
  meetingStream,
  noMeeting,
  noSeries,
  type SeriesCommand,
  type SeriesEvent,
  seriesStream,
} from '@tumor-board/board';
import type { Appended, EventStore } from '@tumor-board/event-store';
import { type EventBody, fold } from '@tumor-board/kernel';

export const plan: MeetingPlan = {
  title: 'NPC board',
  on: '2026-11-30',
  startsAt: '14:30',
  timeZone: 'Europe/Berlin',
  durationMinutes: 60,
  place: 'Room 4',
  disciplines: ['radiation-oncology', 'medical-oncology', 'radiology'],
  capacity: 3,
};

/** Records what the deciders of meetings and series make of commands, as the command loop does. */
export class MeetingWriter {
  constructor(
    private readonly store: EventStore,
    private readonly site = 'default',
  ) {}

  async give(meetingId: string, ...commands: readonly MeetingCommand[]): Promise<Appended | undefined> {
    let last: Appended | undefined;
    for (const command of commands) {
      const recorded = await this.store.read(meetingStream(meetingId));
      const state = fold({ evolve: evolveMeeting }, noMeeting(), recorded as readonly unknown[] as readonly MeetingEvent[]);
      last = await this.#append(meetingStream(meetingId), recorded.length, decideMeeting(state, command));
    }
    return last;
  }

  async series(seriesId: string, command: SeriesCommand): Promise<Appended> {
    const recorded = await this.store.read(seriesStream(seriesId));
    const state = fold({ evolve: evolveSeries }, noSeries(), recorded as readonly unknown[] as readonly SeriesEvent[]);
    return await this.#append(seriesStream(seriesId), recorded.length, decideSeries(state, command));
  }

  #append(streamId: string, expectedVersion: number, events: readonly EventBody[]): Promise<Appended> {
    const context = { commandId: randomUUID(), metadata: { site: this.site, actor: 'dr-a' }, receivedAt: '2026-11-23T09:00:00Z' };
    return this.store.append({ streamId, expectedVersion, events, context });
  }
}
