import { Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { todayOf } from '../meeting/days.js';
import { hasRole, useSession } from '../session/session.js';
import { DayField } from '../shell/day-field.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import { type Policy, policyQuery, releasesQuery, type WaitingReport } from './knowledge-queries.js';
import { PolicyDifferences } from './policy-differences.js';
import { type Change, type OnActivated, useChange } from './use-change.js';

const said = texts.knowledge.impact;

/** The reports that were made and not brought into force, of a release or of policies. What is signed can be brought into force from here. */
export function WaitingReports({ of: release, onActivated }: { readonly of: string | null; readonly onActivated: OnActivated }) {
  const { data } = useQuery(policyQuery);
  const { data: known } = useQuery(releasesQuery);
  if (data === undefined || known === undefined) return null;
  const reports = data.reports.filter((report) => report.release === release);
  const releaseInForce = known.releases.find(({ inForce }) => inForce)?.id;
  const isStale = ({ against }: WaitingReport): boolean => against.policyVersion !== data.version || against.release !== releaseInForce;
  return (
    <section aria-label={said.waiting}>
      <Title order={2} size="h5">
        {said.waiting}
      </Title>
      {reports.length === 0 ? (
        <Text size="sm" c="dimmed">
          {said.noneWaiting}
        </Text>
      ) : (
        <Table verticalSpacing={4} fz="sm">
          <Table.Tbody>
            {reports.map((report) => (
              <Row key={report.reportId} report={report} policyInForce={data.policy} isStale={isStale(report)} onActivated={onActivated} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}

interface RowProps {
  readonly report: WaitingReport;
  readonly policyInForce: Policy;
  /** What it compared with is no longer what is in force. */
  readonly isStale: boolean;
  readonly onActivated: OnActivated;
}

function Row({ report, policyInForce, isStale, onActivated }: RowProps) {
  const mayChange = hasRole(useSession(), 'knowledge-editor', 'administrator');
  const { release, policy, summary, against, signatures } = report;
  const isSigned = signatures.length > 0;
  return (
    <Table.Tr style={{ verticalAlign: 'top' }}>
      <Table.Td>
        {policy !== null && !isStale && <PolicyDifferences from={policyInForce} to={policy} />}
        {said.summary(summary.cases, summary.changed, summary.relist)}
      </Table.Td>
      <Table.Td>
        {said.against(against.release, against.policyVersion)}{' '}
        {isStale && (
          <Badge size="sm" variant="outline" color="orange" tt="none">
            {said.stale}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>
        {!isSigned && said.notSigned}
        {signatures.map(({ signer, meaning }) => (
          <div key={`${signer} ${meaning}`}>{said.signedBy(signer, meaning)}</div>
        ))}
      </Table.Td>
      <Table.Td>
        {mayChange && !isStale && !isSigned && said.toSign}
        {mayChange && !isStale && isSigned && release !== null && (
          <BringIntoForce report={report} onActivated={onActivated} change={{ kind: 'release', release }} />
        )}
        {mayChange && !isStale && isSigned && policy !== null && (
          <BringIntoForce report={report} onActivated={onActivated} change={{ kind: 'policy', policy }} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** For a report that somebody signed before: only the day is left to be chosen. */
function BringIntoForce({
  report: { reportId },
  change,
  onActivated,
}: {
  readonly report: WaitingReport;
  readonly change: Change;
  readonly onActivated: OnActivated;
}) {
  const { activate } = useChange(change, onActivated);
  const [effectiveFrom, setEffectiveFrom] = useState('');
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs" align="flex-end">
        <DayField size="xs" label={said.effectiveFrom} min={todayOf(new Date())} value={effectiveFrom} onChange={setEffectiveFrom} />
        <Button size="xs" loading={activate.isPending} onClick={() => activate.mutate({ reportId, effectiveFrom })}>
          {said.activateSigned}
        </Button>
      </Group>
      {activate.isError && <Failed error={activate.error} />}
    </Stack>
  );
}
