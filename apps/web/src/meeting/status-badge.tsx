import { Badge } from '@mantine/core';
import { texts } from '../texts/texts.js';
import type { AgendaItem, Meeting } from './meeting-queries.js';

const STATUS_COLORS: Readonly<Record<Meeting['status'], string>> = { planned: 'blue', open: 'teal', closed: 'gray', cancelled: 'gray' };
const ITEM_COLORS: Readonly<Record<AgendaItem['status'], string>> = {
  waiting: 'gray',
  'in-discussion': 'teal',
  decided: 'blue',
  deferred: 'yellow',
  'not-reached': 'orange',
};

/** What has become of a meeting. */
export const StatusBadge = ({ status }: { readonly status: Meeting['status'] }) => (
  <Badge variant={status === 'open' ? 'filled' : 'light'} color={STATUS_COLORS[status]} tt="none">
    {texts.meeting.statuses[status]}
  </Badge>
);

/** What has become of a case on an agenda. */
export const ItemBadge = ({ status }: { readonly status: AgendaItem['status'] }) => (
  <Badge variant={status === 'in-discussion' ? 'filled' : 'light'} color={ITEM_COLORS[status]} tt="none">
    {texts.meeting.itemStatuses[status]}
  </Badge>
);
