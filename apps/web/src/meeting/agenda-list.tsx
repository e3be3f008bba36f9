import { Text, VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useKeptFocus } from '../shell/use-kept-focus.js';
import { texts } from '../texts/texts.js';
import classes from './agenda.module.css';
import { behind, isOpen } from './agenda-order.js';
import { AgendaRow } from './agenda-row.js';
import type { AgendaItem, Meeting } from './meeting-queries.js';
import type { MeetingActs } from './use-meeting-acts.js';
import { useReorder } from './use-reorder.js';

/** The cases of a meeting in their order, which is changed by dragging, by buttons or by keys. */
export function AgendaList({
  meeting,
  acts,
  mayManage,
}: {
  readonly meeting: Meeting;
  readonly acts: MeetingActs;
  readonly mayManage: boolean;
}) {
  const navigate = useNavigate();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { agenda } = meeting;
  const order = agenda.map(({ itemId }) => itemId);
  const current = agenda.findIndex(({ itemId }) => itemId === currentId);

  const moveTo = (item: AgendaItem, place: number): void => {
    if (!mayManage || !isOpen(item)) return;
    const after = behind(order, item.itemId, place);
    if (after === undefined) return;
    acts.ask({ kind: 'move', itemId: item.itemId, after });
    const to = Math.min(Math.max(place, 0), order.length - 1) + 1;
    setSaid(texts.meeting.movedTo(item.reference ?? texts.meeting.unknownCase, to, order.length));
  };
  const { list, drag, handle } = useReorder<HTMLOListElement>((itemId, place) => {
    const item = agenda.find((one) => one.itemId === itemId);
    if (item !== undefined) moveTo(item, place);
  });
  const focus = (index: number): void => {
    const item = agenda[Math.min(Math.max(index, 0), agenda.length - 1)];
    if (item === undefined) return;
    setCurrentId(item.itemId);
    list.current?.querySelector<HTMLElement>(`[data-item="${item.itemId}"] a[data-case]`)?.focus();
  };
  const here = agenda[current];
  const kept = useKeptFocus(list, 'a[data-case]');
  /** Keys belong to a dialog while one is open. */
  const onPage = (act: () => void) => (): void => {
    if (document.querySelector('[role="dialog"]') === null) act();
  };
  useHotkeys([
    ['j', onPage(() => focus(current + 1))],
    ['k', onPage(() => focus(current - 1))],
    ['alt+ArrowDown', onPage(() => here !== undefined && moveTo(here, current + 1))],
    ['alt+ArrowUp', onPage(() => here !== undefined && moveTo(here, current - 1))],
    [
      'p',
      onPage(
        () =>
          void navigate({
            to: '/meetings/$meetingId/present',
            params: { meetingId: meeting.meetingId },
            search: here === undefined ? {} : { item: here.itemId },
          }),
      ),
    ],
  ]);
  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <ol className={classes['list'] ?? ''} ref={list} aria-label={texts.meeting.agenda} {...kept}>
        {agenda.map((item, index) => (
          <AgendaRow
            key={item.itemId}
            meeting={meeting}
            item={item}
            place={index}
            acts={acts}
            mayManage={mayManage}
            isCurrent={item.itemId === currentId}
            isDragged={drag?.itemId === item.itemId}
            isOver={drag !== null && drag.itemId !== item.itemId && drag.place === index}
            handle={handle(item.itemId, index)}
            enter={() => setCurrentId(item.itemId)}
            moveTo={(place) => moveTo(item, place)}
          />
        ))}
      </ol>
      <Text size="xs" c="dimmed" className={classes['keys'] ?? ''}>
        {texts.meeting.agendaKeys}
      </Text>
    </>
  );
}
