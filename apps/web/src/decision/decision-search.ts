import type { operations } from '../api/schema.js';

/** Where a decision is made: in a meeting, on an item of its agenda, or outside of any meeting. */
export interface DecideSearch {
  readonly meetingId?: string;
  readonly itemId?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export const readDecideSearch = ({ meetingId, itemId }: Readonly<Record<string, unknown>>): DecideSearch => ({
  ...(isText(meetingId) ? { meetingId } : {}),
  ...(isText(itemId) ? { itemId } : {}),
});

type Asked = NonNullable<NonNullable<operations['listActions']['parameters']['query']>['state']>;

const STATES = ['open', 'done', 'partly', 'not-done', 'superseded'] as const satisfies readonly Asked[];

/** Which actions an address names; those that are open when it names none. */
export interface ActionsSearch {
  readonly state?: Asked;
  readonly overdue?: true;
  readonly owner?: string;
}

export const readActionsSearch = ({ state, overdue, owner }: Readonly<Record<string, unknown>>): ActionsSearch => {
  const known = STATES.find((one) => one === state);
  return {
    ...(known === undefined ? {} : { state: known }),
    ...(overdue === true ? { overdue } : {}),
    ...(isText(owner) ? { owner } : {}),
  };
};
