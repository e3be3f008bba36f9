import { Anchor, Badge, Box, Group, Paper, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { LongText } from '../../shell/long-text.js';
import { inWords, texts } from '../../texts/texts.js';
import type { Assessment, CaseAnswer, CaseBoard } from '../case-queries.js';
import { findingText } from '../finding-text.js';
import { knownPatient } from '../known-patient.js';
import classes from './case-header.module.css';
import { DecisionState } from './decision-state.js';
import { Freshness } from './freshness.js';

const READINESS_COLORS: Readonly<Record<CaseBoard['readiness'], string>> = {
  ready: 'teal',
  'not-ready': 'red',
  'awaiting-result': 'yellow',
  listed: 'blue',
  deferred: 'gray',
};

/** Who and what the case is, what is proposed, where it stands at the board, and how fresh all that is. */
export function CaseHeader({
  shown,
  assessment,
  board,
  isBoardFailed,
  heardVersion,
  isFetching,
  actions,
  isThen,
  children,
}: {
  readonly shown: CaseAnswer;
  /** Undefined until it is known. */
  readonly assessment: Assessment | undefined;
  /** Null when the case was not here yet, undefined until it is known. */
  readonly board: CaseBoard | null | undefined;
  /** What the board makes of the case could not be asked. */
  readonly isBoardFailed: boolean;
  /** The newest version of the case that was heard of. */
  readonly heardVersion: number;
  readonly isFetching: boolean;
  readonly actions: ReactNode;
  /** All of it is of another day: nothing leads on from there. */
  readonly isThen: boolean;
  /** What stands below: the choice of a day. */
  readonly children?: ReactNode;
}) {
  const { identity, title } = knownPatient(shown);
  return (
    <Paper component="header" withBorder p="sm" radius="sm">
      <Group justify="space-between" align="flex-start" wrap="wrap" gap="xs">
        <Group gap="sm" align="baseline">
          <Title order={1} size="h3">
            {identity === null ? shown.reference : identity.name}
          </Title>
          <Text size="sm" c="dimmed">
            {identity !== null && `${shown.reference} · ${texts.case.recordNumber(identity.recordNumber)} · `}
            {texts.case.patient(shown.patient.sex, shown.patient.ageYears)}
          </Text>
          {shown.source !== undefined && (
            <Badge variant="outline" color="gray" tt="none">
              {inWords(shown.source.kind)}
            </Badge>
          )}
          {title !== null && <Text size="sm">{title}</Text>}
        </Group>
        <Group gap="xs">{actions}</Group>
      </Group>
      <div className={classes['items']}>
        <Item label={texts.case.header.stage}>
          {assessment === undefined && <Pending />}
          {Object.entries(assessment?.stage ?? {}).map(([edition, { group, m }]) => (
            <Text size="sm" key={edition}>
              <b>{findingText(group)}</b> ({findingText(m)}){' '}
              <Text span size="xs" c="dimmed">
                {edition}
              </Text>
            </Text>
          ))}
        </Item>
        <Item label={texts.case.header.step}>
          {assessment === undefined ? (
            <Pending />
          ) : (
            <>
              <Text size="sm" fw={600}>
                {assessment.nextStep.title}
              </Text>
              <Text size="xs" c="dimmed">
                {texts.case.underRelease(assessment.knowledge)}
              </Text>
            </>
          )}
        </Item>
        <Item label={texts.case.header.decision}>
          <OfBoard board={board} isFailed={isBoardFailed}>
            {(known) => <DecisionState board={known} isThen={isThen} />}
          </OfBoard>
        </Item>
        <Item label={texts.case.header.queue}>
          <OfBoard board={board} isFailed={isBoardFailed}>
            {(known) => <QueueState board={known} isThen={isThen} />}
          </OfBoard>
        </Item>
      </div>
      {children !== undefined && children !== false && <Box mt="xs">{children}</Box>}
      {!isThen && <Freshness shown={shown} heardVersion={heardVersion} isFetching={isFetching} />}
    </Paper>
  );
}

function OfBoard({
  board,
  isFailed,
  children,
}: {
  readonly board: CaseBoard | null | undefined;
  readonly isFailed: boolean;
  readonly children: (board: CaseBoard) => ReactNode;
}) {
  if (board === undefined) return isFailed ? <Text size="sm">{texts.states.failed}</Text> : <Pending />;
  if (board === null) return <Text size="sm">{texts.case.notHereYet}</Text>;
  return children(board);
}

const Pending = () => (
  <Text size="sm" c="dimmed">
    {texts.states.loading}
  </Text>
);

const Item = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <section aria-label={label}>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    {children}
  </section>
);

function QueueState({
  board: { listing, readiness, schedule, deferral, referrals },
  isThen,
}: {
  readonly board: CaseBoard;
  readonly isThen: boolean;
}) {
  if (listing === null) return <Text size="sm">{isThen ? texts.case.didNotWait : texts.case.notWaiting}</Text>;
  return (
    <>
      <Text size="sm">
        <b>{inWords(listing.reason)}</b>, {texts.case.dueBy} <time dateTime={listing.dueBy}>{listing.dueBy}</time>{' '}
        {listing.isOverdue && (
          <Badge size="xs" color="red" variant="filled" tt="none">
            {texts.queue.overdue}
          </Badge>
        )}
      </Text>
      <Group gap={6}>
        <Badge size="sm" variant="dot" color={READINESS_COLORS[readiness]} tt="none">
          {inWords(readiness)}
        </Badge>
        {schedule !== null && <Text size="xs">{texts.queue.onAgenda(schedule.on)}</Text>}
        {deferral?.until != null && <Text size="xs">{texts.queue.deferredUntil(deferral.until)}</Text>}
        {!isThen && (
          <Anchor component={Link} to="/queue" size="xs">
            {texts.sections.queue}
          </Anchor>
        )}
      </Group>
      {referrals.map(({ referralId, question }) => (
        <Text key={referralId} size="xs" component="div">
          <LongText>{texts.case.refer.asked(question)}</LongText>
        </Text>
      ))}
    </>
  );
}
