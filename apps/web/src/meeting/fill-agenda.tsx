import { Button, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Answer, Failed } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import { type Proposal, proposalQuery } from './meeting-queries.js';
import type { MeetingActs } from './use-meeting-acts.js';

type Proposed = Proposal['proposals'][number];

/** Shows which cases of the queue the agenda would take, and why not the others, before it takes them. */
export function FillAgenda({
  meetingId,
  acts,
  opened,
  close,
}: {
  readonly meetingId: string;
  readonly acts: MeetingActs;
  readonly opened: boolean;
  readonly close: () => void;
}) {
  const query = useQuery({ ...proposalQuery(meetingId), enabled: opened });
  const said = texts.meeting;
  return (
    <Modal opened={opened} onClose={close} title={said.fill} size="lg">
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {said.fillHint}
        </Text>
        {acts.error !== null && <Failed error={acts.error} />}
        <Answer query={query}>
          {({ proposals, places }) => {
            const taken = proposals.filter((proposal) => proposal.taken).length;
            return (
              <>
                <Text size="sm" role="status">
                  {proposals.length === 0 ? said.fillNone : said.fillTaken(taken, places)}
                </Text>
                <Table verticalSpacing={4}>
                  <Table.Thead>
                    <Table.Tr>
                      {Object.values(said.fillColumns).map((label) => (
                        <Table.Th key={label}>{label}</Table.Th>
                      ))}
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {proposals.map((proposal) => (
                      <Table.Tr key={proposal.caseId}>
                        <Table.Td fw={600}>{proposal.reference}</Table.Td>
                        <Table.Td>{inWords(proposal.reason)}</Table.Td>
                        <Table.Td c={proposal.taken ? undefined : 'dimmed'}>{verdictOn(proposal)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
                <Group justify="flex-end" gap="xs">
                  <Button variant="default" onClick={close}>
                    {said.form.cancel}
                  </Button>
                  <Button
                    disabled={taken === 0}
                    loading={acts.isPending}
                    onClick={() => void acts.carryOut({ kind: 'fill' }).then(close, () => undefined)}
                    data-autofocus
                  >
                    {said.fillApply(taken)}
                  </Button>
                </Group>
              </>
            );
          }}
        </Answer>
      </Stack>
    </Modal>
  );
}

function verdictOn(proposal: Proposed): string {
  const said = texts.meeting;
  if (proposal.taken) return `✓ ${said.taken}`;
  const { because } = proposal;
  switch (because.code) {
    case 'not-ready':
      return said.notTaken['not-ready'](inWords(because.readiness));
    case 'discipline-missing':
      return said.notTaken['discipline-missing'](because.missing.map(inWords).join(', '));
    case 'no-place-left':
      return said.notTaken['no-place-left'];
  }
}
