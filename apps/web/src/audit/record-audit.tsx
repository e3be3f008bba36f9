import { Anchor, Button, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { notePosition } from '../api/live.js';
import { formText } from '../shell/form-text.js';
import { OpenModal } from '../shell/open-modal.js';
import { Failed } from '../shell/states.js';
import { texts } from '../texts/texts.js';
import type { Finding } from './audit-queries.js';

const said = texts.audit.samples;
const FINDINGS = ['agrees', 'should-have-been-discussed', 'not-assessable'] as const satisfies readonly Finding[];

/** A decision that is to be audited. */
export interface Audited {
  readonly caseId: string;
  readonly decisionId: string;
  readonly reference: string;
}

/** Was it right not to discuss the case? */
export function RecordAudit({ of, close }: { readonly of: Audited; readonly close: () => void }) {
  const { caseId, decisionId, reference } = of;
  const client = useQueryClient();
  const [key] = useState(newKey);
  const [finding, setFinding] = useState<Finding>('agrees');
  const record = useMutation({
    mutationFn: (comment: string) =>
      answered(
        api.POST('/api/cases/{id}/decisions/{decisionId}/audit', {
          params: { path: { id: caseId, decisionId }, header: { 'idempotency-key': key } },
          body: { finding, ...(comment === '' ? {} : { comment }) },
        }),
      ),
    onSuccess: async ({ position }) => {
      notePosition(position, `case:${caseId}`, 'cases');
      close();
      await Promise.all([client.invalidateQueries({ queryKey: ['decisions'] }), client.invalidateQueries({ queryKey: ['case', caseId] })]);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    record.mutate(formText(new FormData(event.currentTarget), 'comment').trim());
  };
  return (
    <OpenModal onClose={close} title={said.recordOf(reference)} closeButtonProps={{ 'aria-label': texts.case.close }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">
            {said.readFirst}{' '}
            <Anchor
              size="sm"
              underline="always"
              renderRoot={(props) => <Link {...props} to="/audit/decisions/$caseId/$decisionId" params={{ caseId, decisionId }} />}
            >
              {said.openDossier}
            </Anchor>
          </Text>
          <Radio.Group
            label={said.finding}
            value={finding}
            onChange={(value) => setFinding(FINDINGS.find((one) => one === value) ?? 'agrees')}
          >
            <Stack gap={6} mt={4}>
              {FINDINGS.map((value) => (
                <Radio key={value} size="xs" value={value} label={said.findings[value]} />
              ))}
            </Stack>
          </Radio.Group>
          <Textarea
            name="comment"
            label={said.comment}
            description={said.commentNeeded}
            required={finding !== 'agrees'}
            maxLength={4_000}
            autosize
            minRows={2}
          />
          <Text size="xs" c="dimmed">
            {said.changesNothing}
          </Text>
          {record.isError && <Failed error={record.error} />}
          <Group justify="flex-end">
            <Button type="submit" size="xs" loading={record.isPending}>
              {said.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </OpenModal>
  );
}
