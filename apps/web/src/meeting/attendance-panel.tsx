import { ActionIcon, Badge, Button, Checkbox, Group, MultiSelect, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { hasRole, useSession } from '../session/session.js';
import { formText } from '../shell/form-text.js';
import { inWords, texts } from '../texts/texts.js';
import type { Attendee, Meeting } from './meeting-queries.js';
import { RecordOther } from './record-other.js';
import type { MeetingActs } from './use-meeting-acts.js';

/** Who is there, and how to come and go. */
export function AttendancePanel({
  meeting,
  acts,
  mayManage,
}: {
  readonly meeting: Meeting;
  readonly acts: MeetingActs;
  readonly mayManage: boolean;
}) {
  const session = useSession();
  const [isChanging, setChanging] = useState(false);
  const me = meeting.attendance.find(({ account }) => account === `account:${session.account}` || account === session.account);
  const isHeld = meeting.status === 'open';
  const mayJoin = isHeld && hasRole(session, 'coordinator', 'clinician', 'chair');
  const said = texts.meeting;
  return (
    <Paper withBorder p="sm" component="section" aria-label={said.attendance}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2} size="h5">
            {said.attendance}
          </Title>
          {mayJoin && me?.isPresent === true && (
            <Group gap={4}>
              <Button size="compact-xs" variant="subtle" onClick={() => setChanging(!isChanging)}>
                {said.change}
              </Button>
              <Button size="compact-xs" variant="default" onClick={() => acts.ask({ kind: 'leave' })}>
                {said.leave}
              </Button>
            </Group>
          )}
        </Group>
        {meeting.attendance.length === 0 && (
          <Text size="sm" c="dimmed">
            {meeting.status === 'planned' ? said.attendanceClosed : said.nobodyThere}
          </Text>
        )}
        {meeting.attendance.map((attendee) => (
          <AttendeeLine
            key={attendee.account}
            attendee={attendee}
            isOver={meeting.status === 'closed'}
            {...(isHeld && mayManage && attendee !== me ? { leave: () => acts.ask({ kind: 'leave', account: attendee.account }) } : {})}
          />
        ))}
        {mayJoin && (me?.isPresent !== true || isChanging) && (
          <Join meeting={meeting} acts={acts} {...(me === undefined ? {} : { me })} done={() => setChanging(false)} />
        )}
        {isHeld && mayManage && <RecordOther acts={acts} />}
      </Stack>
    </Paper>
  );
}

function AttendeeLine({ attendee, isOver, leave }: { readonly attendee: Attendee; readonly isOver: boolean; readonly leave?: () => void }) {
  const said = texts.meeting;
  const name = attendee.name ?? attendee.account;
  return (
    <Group gap={6} wrap="nowrap" justify="space-between">
      <div>
        <Group gap={6}>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          {attendee.chairs && (
            <Badge size="xs" variant="light" tt="none">
              {said.isChair}
            </Badge>
          )}
        </Group>
        <Text size="xs" c="dimmed">
          {[
            attendee.isPresent || isOver ? said.presences[attendee.presence] : said.left,
            ...attendee.disciplines.map(inWords),
            ...(attendee.conflicts.length === 0 ? [] : [said.conflictsIn(attendee.conflicts.length)]),
          ].join(', ')}
        </Text>
      </div>
      {leave !== undefined && attendee.isPresent && (
        <ActionIcon size="xs" variant="subtle" aria-label={said.recordLeft(name)} onClick={leave}>
          ×
        </ActionIcon>
      )}
    </Group>
  );
}

/** Being there oneself. */
function Join({
  meeting,
  acts,
  me,
  done,
}: {
  readonly meeting: Meeting;
  readonly acts: MeetingActs;
  readonly me?: Attendee;
  readonly done: () => void;
}) {
  const session = useSession();
  const [conflicts, setConflicts] = useState<string[]>([...(me?.conflicts ?? [])]);
  const said = texts.meeting;
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const presence = formText(form, 'presence') === 'remote' ? 'remote' : 'in-person';
    acts.ask({ kind: 'join', attendance: { presence, chairs: form.has('chairs'), conflicts } });
    done();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap={6}>
        <SegmentedControl
          size="xs"
          name="presence"
          aria-label={said.presence}
          defaultValue={me?.presence ?? 'in-person'}
          data={Object.entries(said.presences).map(([value, label]) => ({ value, label }))}
        />
        {hasRole(session, 'chair') && <Checkbox size="xs" name="chairs" label={said.chairs} defaultChecked={me?.chairs ?? false} />}
        {meeting.agenda.length > 0 && (
          <MultiSelect
            size="xs"
            label={said.conflicts}
            value={conflicts}
            onChange={setConflicts}
            data={meeting.agenda.map(({ caseId, reference }) => ({ value: caseId, label: reference ?? caseId }))}
          />
        )}
        <Button size="xs" type="submit">
          {me?.isPresent === true ? said.change : said.join}
        </Button>
      </Stack>
    </form>
  );
}
