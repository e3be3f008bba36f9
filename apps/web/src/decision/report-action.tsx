import { Alert, Button, Group, NativeSelect, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, api, newKey } from '../api/client.js';
import { notePosition } from '../api/live.js';
import { isServiceProblem } from '../api/problem.js';
import type { operations } from '../api/schema.js';
import { boardQuery } from '../case/case-queries.js';
import { formText } from '../shell/form-text.js';
import { OpenModal } from '../shell/open-modal.js';
import { Failed } from '../shell/states.js';
import { inWords, texts } from '../texts/texts.js';
import type { OwedAction } from './actions-screen.js';

type Report = operations['reportAction']['requestBody']['content']['application/json'];

const STATES = ['done', 'partly', 'not-done'] as const satisfies readonly Report['state'][];
const REASONS = [
  'patient-declined',
  'patient-died',
  'deterioration',
  'toxicity',
  'progression',
  'new-findings',
  'not-available',
  'scheduling',
  'treated-elsewhere',
  'lost-to-follow-up',
  'superseded',
  'other',
] as const satisfies readonly Report['reason'][];

const said = texts.decision.actions;

/** Says how far an action was carried out; unless it was done, why not, and the case comes back to the board. */
export function ReportAction({ action, close }: { readonly action: OwedAction; readonly close: () => void }) {
  const client = useQueryClient();
  const [key] = useState(newKey);
  const [state, setState] = useState<Report['state']>('done');
  const { caseId, decisionId, actionId } = action;
  const board = useQuery(boardQuery(caseId));
  const what = board.data?.decisions
    .find((decision) => decision.decisionId === decisionId)
    ?.actions.find((one) => one.actionId === actionId)?.what;
  const report = useMutation({
    mutationFn: (body: Report) =>
      answered(
        api.POST('/api/cases/{id}/decisions/{decisionId}/actions/{actionId}', {
          params: { path: { id: caseId, decisionId, actionId }, header: { 'idempotency-key': key } },
          body,
        }),
      ),
    retry: (times, error) => times < 3 && isServiceProblem(error, 'service.unreachable'),
    onSuccess: ({ position }) => {
      notePosition(position, 'cases', 'queue', `case:${caseId}`);
      close();
      for (const queryKey of [['actions'], ['case', caseId], ['queue']]) void client.invalidateQueries({ queryKey });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const note = formText(form, 'note').trim();
    const reason = REASONS.find((one) => one === formText(form, 'reason'));
    report.mutate({
      state,
      ...(state !== 'done' && reason !== undefined ? { reason } : {}),
      ...(note === '' ? {} : { note }),
    });
  };
  return (
    <OpenModal onClose={close} title={said.reportTitle(action.reference ?? texts.meeting.unknownCase)}>
      <form onSubmit={submit}>
        <Stack gap="xs">
          {what !== undefined && <Text fw={600}>{what}</Text>}
          {report.isError && <Failed error={report.error} />}
          <SegmentedControl
            aria-label={said.state}
            value={state}
            onChange={(value) => setState(STATES.find((one) => one === value) ?? 'done')}
            data={STATES.map((value) => ({ value, label: said.states[value] }))}
          />
          {state !== 'done' && (
            <>
              <NativeSelect name="reason" label={said.reason} data={REASONS.map((value) => ({ value, label: inWords(value) }))} required />
              <Alert color="orange" variant="light" p="xs">
                {said.bringsBack}
              </Alert>
            </>
          )}
          <Textarea name="note" label={said.note} description={said.noteHint} autosize maxLength={4000} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {said.cancel}
            </Button>
            <Button type="submit" loading={report.isPending}>
              {said.send}
            </Button>
          </Group>
        </Stack>
      </form>
    </OpenModal>
  );
}
