import type { DeferCase, DeferItem } from '@tumor-board/board';
import { derivedId } from '@tumor-board/kernel';

/** What a meeting says of a case that it puts off. */
export interface DeferredItem extends Pick<DeferItem, 'itemId' | 'reason'> {
  readonly meetingId: string;
  readonly until?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * The deferral of a case that follows from that of its item, and the id of the command. An item is put off once, so that
 * it names the command: whoever comes first, with a note or without, is the one who is recorded.
 */
export function deferralOf({ meetingId, itemId, reason, until, note }: DeferredItem): {
  readonly commandId: string;
  readonly deferral: Omit<DeferCase, 'type'>;
} {
  return {
    commandId: derivedId('defer-case', meetingId, itemId),
    deferral: { reason, meetingId, itemId, ...(until === undefined ? {} : { until }), ...(note === undefined ? {} : { note }) },
  };
}
