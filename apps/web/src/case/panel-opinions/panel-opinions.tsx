import { Alert, Badge, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answered, api, newKey } from '../../api/client.js';
import { notePosition } from '../../api/live.js';
import { Answer, Empty, Failed } from '../../shell/states.js';
import { inWords, texts } from '../../texts/texts.js';
import { caseKey, type Deliberation, deliberationQuery } from '../case-queries.js';
import type { CaseSearch } from '../case-search.js';
import { Opinions } from './opinions.js';
import { OwnClaims } from './own-claims.js';
import { Synthesis } from './synthesis.js';

/** What the panel says of the case, with its dissent, or had said by then; it proposes and never decides. */
export function PanelOpinions({
  caseId,
  search,
  mayAsk,
}: {
  readonly caseId: string;
  readonly search: CaseSearch;
  readonly mayAsk: boolean;
}) {
  const query = useQuery(deliberationQuery(caseId, search));
  const words = texts.case.panel;
  return (
    <Paper component="section" withBorder p="sm" aria-labelledby="panel">
      <Stack gap="sm">
        <Group justify="space-between" align="baseline">
          <Title order={2} size="h5" id="panel">
            {words.title}
          </Title>
          <Text size="xs" c="dimmed">
            {words.proposes}
          </Text>
        </Group>
        <Answer query={query}>
          {(said) =>
            said === null ? (
              <Empty title={texts.case.notHereYet} />
            ) : (
              <>
                <Run run={said.run} ledger={said.ledger} />
                {mayAsk && said.run?.state !== 'running' && said.run?.isCurrent !== true && <Ask caseId={caseId} />}
                {said.synthesis !== null && (
                  <Synthesis synthesis={said.synthesis} entries={said.ledger?.entries ?? []} rephrasings={said.rephrasings} />
                )}
                <OwnClaims caseId={caseId} claims={said.claims} entries={said.ledger?.entries ?? []} mayClaim={mayAsk} />
                {said.opinions.length > 0 && (
                  <Opinions opinions={said.opinions} entries={said.ledger?.entries ?? []} rephrasings={said.rephrasings} />
                )}
              </>
            )
          }
        </Answer>
      </Stack>
    </Paper>
  );
}

function Run({ run, ledger }: Pick<Deliberation, 'run' | 'ledger'>) {
  const words = texts.case.panel;
  if (run === null) return <Empty title={words.none} />;
  return (
    <>
      {!run.isCurrent && run.state !== 'running' && (
        <Alert color="orange" variant="light" p="xs" title={words.past}>
          {run.supersededBecause !== null && words.pastBecause(inWords(run.supersededBecause))}
        </Alert>
      )}
      <Group gap="sm" role="status">
        <Badge variant="light" color={run.isCurrent ? 'teal' : 'gray'} tt="none">
          {run.state === 'running' ? words.running(run.outstanding.length) : inWords(run.state)}
        </Badge>
        <Text size="xs" c="dimmed">
          {words.about(run.asOf, run.release)}
          {ledger !== null && ` ${words.ledger(ledger.admitted, ledger.struck)}`}
        </Text>
        {run.absent.length > 0 && (
          <Text size="xs" c="orange">
            {words.absent(run.absent.map(({ discipline, reason }) => `${inWords(discipline)} (${inWords(reason)})`).join(', '))}
          </Text>
        )}
      </Group>
    </>
  );
}

function Ask({ caseId }: { readonly caseId: string }) {
  const client = useQueryClient();
  const asking = useMutation({
    mutationFn: () =>
      answered(api.POST('/api/cases/{id}/deliberations', { params: { path: { id: caseId }, header: { 'idempotency-key': newKey() } } })),
    onSuccess: async ({ position }) => {
      notePosition(position, `case:${caseId}`);
      await client.invalidateQueries({ queryKey: caseKey(caseId) });
    },
  });
  return (
    <>
      <Button size="xs" variant="light" style={{ alignSelf: 'flex-start' }} loading={asking.isPending} onClick={() => asking.mutate()}>
        {texts.case.panel.ask}
      </Button>
      {asking.isError && <Failed error={asking.error} />}
    </>
  );
}
