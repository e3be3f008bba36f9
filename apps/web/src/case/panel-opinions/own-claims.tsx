import { Badge, Button, Group, List, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, newKey } from '../../api/client.js';
import { notePosition } from '../../api/live.js';
import { hasRole, useSession } from '../../session/session.js';
import { Failed } from '../../shell/states.js';
import { useOpener } from '../../shell/use-opener.js';
import { inWords, texts } from '../../texts/texts.js';
import { caseKey } from '../case-queries.js';
import { Part } from '../next-step/next-step.js';
import { References } from '../reasons.js';
import { ClaimForm } from './claim-form.js';
import { type PersonalClaim, type Standing, standingOf } from './claim-standing.js';
import type { Entry } from './synthesis.js';

const said = texts.claims;
const COLORS: Readonly<Record<Standing, string>> = { admitted: 'teal', struck: 'orange', withdrawn: 'gray', unweighed: 'blue' };

/** What people claim of the case, in the ledger of the agents, and the form to enter a claim of one's own. */
export function OwnClaims({
  caseId,
  claims,
  entries,
  mayClaim,
}: {
  readonly caseId: string;
  readonly claims: readonly PersonalClaim[];
  readonly entries: readonly Entry[];
  readonly mayClaim: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const opener = useOpener(isOpen);
  const session = useSession();
  const may = mayClaim && hasRole(session, 'clinician', 'chair') && session.disciplines.length > 0;
  return (
    <Part title={said.title}>
      {claims.length === 0 && (
        <Text size="sm" c="dimmed">
          {said.none}
        </Text>
      )}
      <List size="sm" listStyleType="none" spacing={6}>
        {claims.map((claim) => (
          <List.Item key={claim.claimId}>
            <OneClaim
              caseId={caseId}
              claim={claim}
              entry={entries.find((entry) => entry.claim.id === claim.entry)}
              entries={entries}
              mayWithdraw={mayClaim}
            />
          </List.Item>
        ))}
      </List>
      {may && !isOpen && (
        <Button ref={opener} size="xs" variant="light" mt="xs" onClick={() => setOpen(true)}>
          {said.enter}
        </Button>
      )}
      {may && isOpen && <ClaimForm caseId={caseId} close={() => setOpen(false)} />}
    </Part>
  );
}

function OneClaim({
  caseId,
  claim,
  entry,
  entries,
  mayWithdraw,
}: {
  readonly caseId: string;
  readonly claim: PersonalClaim;
  readonly entry: Entry | undefined;
  readonly entries: readonly Entry[];
  readonly mayWithdraw: boolean;
}) {
  const { account } = useSession();
  const standing = standingOf(claim, entries);
  const isMine = claim.author.account === account || claim.author.account === `account:${account}`;
  return (
    <>
      <Group gap={6}>
        <Badge size="sm" variant="light" color={COLORS[standing]} tt="none">
          {said.standings[standing]}
        </Badge>
        <Text size="sm">
          <b>{said.stances[claim.stance]}</b> {claim.option === 'case' ? said.wholeCase : inWords(claim.option)}:{' '}
          <Text span size="sm" td={standing === 'struck' || standing === 'withdrawn' ? 'line-through' : undefined}>
            {claim.text}
          </Text>{' '}
          {entry !== undefined && <References facts={entry.claim.facts} evidence={entry.claim.evidence} rule={entry.claim.rule} />}
        </Text>
        {isMine && mayWithdraw && !claim.withdrawn && <Withdraw caseId={caseId} claim={claim} />}
      </Group>
      <Text size="xs" c="dimmed">
        {said.by(claim.author.name, inWords(claim.author.discipline), claim.on)}
        {claim.isEarlier && ` · ${said.earlier}`}
        {entry !== undefined && entry.flags.length > 0 && ` · ${entry.flags.map(inWords).join(', ')}`}
      </Text>
      {entry !== undefined && entry.standing === 'struck' && (
        <Text size="xs" c="orange">
          {texts.case.panel.struck(entry.struck.map(inWords).join(', '))}
        </Text>
      )}
    </>
  );
}

function Withdraw({ caseId, claim }: { readonly caseId: string; readonly claim: PersonalClaim }) {
  const client = useQueryClient();
  const [key] = useState(newKey);
  const withdraw = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/cases/{id}/claims/{claimId}/withdrawal', {
          params: { path: { id: caseId, claimId: claim.claimId }, header: { 'idempotency-key': key } },
        }),
      ),
    onSuccess: async ({ position }) => {
      notePosition(position, `case:${caseId}`);
      await client.invalidateQueries({ queryKey: caseKey(caseId) });
    },
  });
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={said.withdrawOf(claim.text)}
        loading={withdraw.isPending}
        onClick={() => withdraw.mutate()}
      >
        {said.withdraw}
      </Button>
      {withdraw.isError && <Failed error={withdraw.error} />}
    </>
  );
}
