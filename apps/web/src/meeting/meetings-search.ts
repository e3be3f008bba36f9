import type { When } from './meeting-queries.js';

/** The part of the meetings that an address names. */
export interface MeetingsSearch {
  readonly when?: When;
}

export const readMeetingsSearch = ({ when }: Readonly<Record<string, unknown>>): MeetingsSearch => (when === 'past' ? { when } : {});

/** The case that the presenter view shows, when one was chosen by hand. */
export interface PresenterSearch {
  readonly item?: string;
}

export const readPresenterSearch = ({ item }: Readonly<Record<string, unknown>>): PresenterSearch =>
  typeof item === 'string' && item !== '' ? { item } : {};
