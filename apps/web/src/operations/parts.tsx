import { Alert, Anchor, Badge, Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { anchorsQuery, verificationQuery } from '../audit/audit-queries.js';
import { releasesQuery } from '../knowledge/knowledge-queries.js';
import { momentText } from '../shell/moment.js';
import { texts } from '../texts/texts.js';
import type { Operations } from './operations-queries.js';

const said = texts.operations;
const MEGABYTE = 1_048_576;
/** Slower than this, a database is not on its feet. */
const SLOW_MS = 1_000;
const bytes = (count: number): string => said.bytes(count / MEGABYTE);

/** Each part of the service, with what there is to say of it. */
export function Parts({ now }: { readonly now: Operations }) {
  const { process, database, readModels, rebuilding, heldBack, jobs, jobsFailure } = now;
  const { connections } = database;
  return (
    <section aria-label={said.parts}>
      <Title order={2} size="h5" mb={4}>
        {said.parts}
      </Title>
      {heldBack !== null && (
        <Alert color="orange" variant="light" role="status" mb="xs">
          {said.heldBack(
            heldBack.events,
            said.duration(heldBack.seconds),
            heldBack.by === null ? '' : said.heldBackBy(heldBack.by.application, heldBack.by.pid),
          )}
        </Alert>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="xs">
        <Part name={said.partNames.service} isFine>
          <Line>{said.service(process.version, process.node)}</Line>
          <Line>{said.since(momentText(process.startedAt))}</Line>
          <Line>{said.memory(bytes(process.residentBytes), bytes(process.heapUsedBytes), bytes(process.heapTotalBytes))}</Line>
          <Line>{said.streams(process.liveStreams)}</Line>
        </Part>
        <Part name={said.partNames.database} isFine={database.answeredMs < SLOW_MS && connections.waiting === 0}>
          <Line>{said.database(database.version, bytes(database.sizeBytes))}</Line>
          <Line>{said.answered(database.answeredMs)}</Line>
          <Line>{said.connections(connections.open, connections.idle, connections.waiting)}</Line>
        </Part>
        <Part name={said.partNames.readModels} isFine={readModels === 'followed' && now.deadLetters.length === 0}>
          <Line>{said.readModels[readModels]}</Line>
          <Line>{rebuilding.length === 0 ? said.noRebuild : said.rebuilding(rebuilding.join(', '))}</Line>
        </Part>
        <Part name={said.partNames.jobs} isFine={jobs === null ? undefined : jobs.counts.failed === 0}>
          {jobs === null ? (
            <Line>{jobsFailure ?? ''}</Line>
          ) : (
            <>
              <Line>{said.jobCounts(jobs.counts.waiting, jobs.counts.active, jobs.counts.delayed, jobs.counts.failed)}</Line>
              <Line>{said.jobStorage[jobs.storage]}</Line>
            </>
          )}
        </Part>
        <Log />
        <Knowledge />
      </SimpleGrid>
    </section>
  );
}

function Log() {
  const verification = useQuery(verificationQuery);
  const anchors = useInfiniteQuery(anchorsQuery);
  const anchor = anchors.data?.pages[0]?.anchors[0];
  const last = verification.data?.last;
  const isKnown = verification.isSuccess && anchors.isSuccess;
  return (
    <Part name={said.partNames.log} isFine={isKnown ? anchor !== undefined && last?.holds !== false : undefined}>
      {anchors.isSuccess && <Line>{anchor === undefined ? said.noAnchor : said.anchor(anchor.number, momentText(anchor.madeAt))}</Line>}
      {verification.isSuccess && (
        <Line>{last == null ? said.neverVerified : said[last.holds ? 'verified' : 'broken'](momentText(last.finishedAt))}</Line>
      )}
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/audit" search={{ tab: 'verification' }} />}>
        {said.toVerification}
      </Anchor>
    </Part>
  );
}

function Knowledge() {
  const query = useQuery(releasesQuery);
  const inForce = query.data?.releases.find((release) => release.inForce)?.id;
  return (
    <Part name={said.partNames.knowledge} isFine={query.isSuccess ? inForce !== undefined : undefined}>
      {inForce !== undefined && <Line>{said.release(inForce)}</Line>}
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/knowledge" />}>
        {texts.sections.knowledge}
      </Anchor>
    </Part>
  );
}

const Line = ({ children }: { readonly children: ReactNode }) => <Text size="sm">{children}</Text>;

function Part({
  name,
  isFine,
  children,
}: {
  readonly name: string;
  /** Undefined when that is not known. */
  readonly isFine: boolean | undefined;
  readonly children: ReactNode;
}) {
  const [color, word] =
    isFine === undefined ? (['gray', said.unknown] as const) : isFine ? (['teal', said.fine] as const) : (['orange', said.look] as const);
  return (
    <Paper component="section" withBorder p="sm" aria-label={name}>
      <Group justify="space-between" mb={4}>
        <Title order={3} size="h6">
          {name}
        </Title>
        <Badge variant="light" color={color} tt="none">
          {word}
        </Badge>
      </Group>
      {children}
    </Paper>
  );
}
