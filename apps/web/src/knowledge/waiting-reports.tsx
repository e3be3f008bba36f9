import { Badge, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { texts } from '../texts/texts.js';
import { policyQuery } from './knowledge-queries.js';

const said = texts.knowledge.impact;

/** The reports that were made and not brought into force, of a release or of policies. */
export function WaitingReports({ of: release }: { readonly of: string | null }) {
  const { data } = useQuery(policyQuery);
  if (data === undefined) return null;
  const reports = data.reports.filter((report) => report.release === release);
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
        <Table verticalSpacing={2} fz="sm">
          <Table.Tbody>
            {reports.map(({ reportId, summary, against, signatures }) => (
              <Table.Tr key={reportId}>
                <Table.Td>{said.summary(summary.cases, summary.changed, summary.relist)}</Table.Td>
                <Table.Td>
                  {said.against(against.release, against.policyVersion)}{' '}
                  {against.policyVersion !== data.version && (
                    <Badge size="sm" variant="outline" color="orange" tt="none">
                      {said.stale}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>
                  {signatures.length === 0 ? said.notSigned : said.signedBy(signatures.map(({ signer }) => signer).join(', '))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </section>
  );
}
