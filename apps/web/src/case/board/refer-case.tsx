import { Button, Group, MultiSelect, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api/client.js';
import { notePosition } from '../../api/live.js';
import { isServiceProblem } from '../../api/problem.js';
import type { operations } from '../../api/schema.js';
import { useContentKey } from '../../api/use-content-key.js';
import { DayField } from '../../shell/day-field.js';
import { DISCIPLINES } from '../../shell/disciplines.js';
import { Failed } from '../../shell/states.js';
import { inWords, texts } from '../../texts/texts.js';
import { caseKey } from '../case-queries.js';
import { byField } from '../entry/draft.js';
import { useKeptFields } from '../entry/use-draft.js';

type Referral = operations['referCase']['requestBody']['content']['application/json'];

const URGENCIES = ['routine', 'urgent', 'emergency'] as const satisfies readonly Referral['urgency'][];
const NOTHING = { question: '', urgency: 'routine' as string, disciplines: [] as readonly string[], dueBy: '' };

/** Puts a question about the case to the board. */
export function ReferCase({ caseId, close }: { readonly caseId: string; readonly close: () => void }) {
  const client = useQueryClient();
  const words = texts.case.refer;
  const { fields, set, forget } = useKeptFields(`referral.${caseId}`, NOTHING);
  const { question, disciplines, dueBy } = fields;
  const urgency = URGENCIES.find((one) => one === fields.urgency) ?? 'routine';
  const [tried, setTried] = useState(false);
  const keyOf = useContentKey();
  const referring = useMutation({
    mutationFn: (body: Referral) =>
      answered(
        api.POST('/api/cases/{id}/referrals', { params: { path: { id: caseId }, header: { 'idempotency-key': keyOf(body) } }, body }),
      ),
    onSuccess: async ({ position }) => {
      notePosition(position, `case:${caseId}`, 'queue', 'cases');
      forget();
      await client.invalidateQueries({ queryKey: caseKey(caseId) });
      close();
    },
  });
  const faults = isServiceProblem(referring.error) ? byField(referring.error.document.faults ?? []) : new Map<string, string>();
  const submit = (): void => {
    setTried(true);
    if (question.trim() === '') return;
    const needed = DISCIPLINES.filter((one) => disciplines.includes(one));
    referring.mutate({ question: question.trim(), urgency, disciplines: needed, ...(dueBy === '' ? {} : { dueBy }) });
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Textarea
          size="xs"
          autosize
          minRows={3}
          withAsterisk
          data-autofocus
          label={words.question}
          value={question}
          error={faults.get('question') ?? (tried && question.trim() === '' ? texts.case.entry.needed : undefined)}
          onChange={(event) => set({ question: event.currentTarget.value })}
        />
        <Group gap="xs" align="flex-start" grow>
          <NativeSelect
            size="xs"
            label={words.urgency}
            value={urgency}
            onChange={(event) => set({ urgency: event.currentTarget.value })}
            data={[...URGENCIES]}
          />
          <DayField size="xs" label={words.dueBy} value={dueBy} error={faults.get('dueBy')} onChange={(day) => set({ dueBy: day })} />
        </Group>
        <MultiSelect
          size="xs"
          label={words.disciplines}
          value={[...disciplines]}
          onChange={(chosen) => set({ disciplines: chosen })}
          data={DISCIPLINES.map((value) => ({ value, label: inWords(value) }))}
        />
        {referring.isError && <Failed error={referring.error} />}
        <Group justify="flex-end">
          <Button size="xs" type="submit" loading={referring.isPending}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
