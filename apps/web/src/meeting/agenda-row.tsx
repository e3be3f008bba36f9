import { ActionIcon, Badge, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PointerEventHandler } from 'react';
import { inWords, texts } from '../texts/texts.js';
import classes from './agenda.module.css';
import { isOpen } from './agenda-order.js';
import { ItemActions } from './item-actions.js';
import type { AgendaItem, Meeting } from './meeting-queries.js';
import { QuorumBadge } from './quorum-badge.js';
import { ItemBadge } from './status-badge.js';
import type { MeetingActs } from './use-meeting-acts.js';

type Handler = PointerEventHandler<HTMLElement>;

/** One case on an agenda: where it stands, what is proposed, who is missing for it, what can be done with it. */
export function AgendaRow({
  meeting,
  item,
  place,
  acts,
  mayManage,
  isCurrent,
  isDragged,
  isOver,
  handle,
  enter,
  moveTo,
}: {
  readonly meeting: Meeting;
  readonly item: AgendaItem;
  readonly place: number;
  readonly acts: MeetingActs;
  readonly mayManage: boolean;
  readonly isCurrent: boolean;
  readonly isDragged: boolean;
  readonly isOver: boolean;
  readonly handle: {
    readonly onPointerDown: Handler;
    readonly onPointerMove: Handler;
    readonly onPointerUp: Handler;
    readonly onPointerCancel: Handler;
  };
  readonly enter: () => void;
  readonly moveTo: (place: number) => void;
}) {
  const reference = item.reference ?? texts.meeting.unknownCase;
  const canMove = mayManage && isOpen(item) && meeting.status !== 'closed' && meeting.status !== 'cancelled';
  return (
    <li
      className={classes['row'] ?? ''}
      data-item={item.itemId}
      data-status={item.status}
      data-current={isCurrent || undefined}
      data-dragged={isDragged || undefined}
      data-over={isOver || undefined}
      onFocus={enter}
    >
      {canMove ? (
        <button type="button" tabIndex={-1} className={classes['handle']} aria-label={texts.meeting.drag(reference)} {...handle}>
          ⠿
        </button>
      ) : (
        <span />
      )}
      <Text size="sm" c="dimmed" ta="right">
        {place + 1}
      </Text>
      <div>
        <Link to="/cases/$caseId" params={{ caseId: item.caseId }} data-case className={classes['case']}>
          {reference}
        </Link>
        <Group gap={4} mt={2}>
          <ItemBadge status={item.status} />
          {item.mode === 'without-discussion' && (
            <Badge variant="outline" color="gray" tt="none">
              {texts.meeting.modes[item.mode]}
            </Badge>
          )}
        </Group>
      </div>
      <div>
        <Text size="sm">{item.nextStep === null ? '' : inWords(item.nextStep)}</Text>
        <Text size="xs" c="dimmed">
          {originOf(item).join(' · ')}
        </Text>
      </div>
      <div data-part="quorum">
        <QuorumBadge quorum={isOpen(item) ? item.quorum : null} step={item.nextStep} />
      </div>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        {canMove && (
          <>
            <ActionIcon
              size="sm"
              variant="subtle"
              aria-label={texts.meeting.up(reference)}
              disabled={place === 0}
              onClick={() => moveTo(place - 1)}
            >
              ↑
            </ActionIcon>
            <ActionIcon
              size="sm"
              variant="subtle"
              aria-label={texts.meeting.down(reference)}
              disabled={place === meeting.agenda.length - 1}
              onClick={() => moveTo(place + 1)}
            >
              ↓
            </ActionIcon>
          </>
        )}
        <ItemActions meeting={meeting} item={item} acts={acts} mayManage={mayManage} />
      </Group>
    </li>
  );
}

/** How a case came onto the agenda, and what became of it. */
function originOf(item: AgendaItem): readonly string[] {
  const said = texts.meeting;
  return [
    ...(item.origin.kind === 'carried-over' ? [said.carriedOver(item.origin.times)] : []),
    ...(item.origin.kind === 'filled' ? [said.filledBecause(inWords(item.origin.reason))] : []),
    ...(item.pulledBackBy === null ? [] : [said.pulledBack]),
    ...(item.sampled ? [said.sampled] : []),
    ...(item.deferredBecause === null ? [] : [said.deferredBecause(inWords(item.deferredBecause))]),
  ];
}
