import { Button, Group, NativeSelect, Paper, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { answered, api, newKey } from '../../api/client.js';
import { notePosition } from '../../api/live.js';
import { isServiceProblem } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { Failed } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import { TypedField } from '../entry/typed-field.js';

type NewCase = components['schemas']['NewCase'];
type Sex = NewCase['patient']['sex'];

/** What the service takes for an age; another number is said to be wrong, and never made one that fits. */
const isAge = (years: number | string): years is number => typeof years === 'number' && years >= 0 && years <= 130;

/** Opens a case without a file: its reference, and what the rules need to know of the patient. */
export function OpenCase({ cancel }: { readonly cancel: () => void }) {
  const navigate = useNavigate();
  const words = texts.case.opening;
  const [reference, setReference] = useState('');
  const [title, setTitle] = useState('');
  const [years, setYears] = useState<number | string>('');
  const [sex, setSex] = useState<Sex | ''>('');
  const [tried, setTried] = useState(false);
  /** One key a form: sent again after a lost answer, the case is not opened twice. */
  const key = useRef(newKey());
  const opening = useMutation({
    mutationFn: (body: NewCase) => answered(api.POST('/api/cases', { params: { header: { 'idempotency-key': key.current } }, body })),
    onSuccess: ({ id, position }) => {
      notePosition(position, 'cases', 'queue', `case:${id}`);
      return navigate({ to: '/cases/$caseId', params: { caseId: id } });
    },
    onError: (error) => {
      // What was refused was not carried out under its key, and may be corrected.
      if (isServiceProblem(error) && error.code !== 'service.unreachable') key.current = newKey();
    },
  });
  const needed = (isMissing: boolean) => (tried && isMissing ? texts.case.entry.needed : undefined);
  const submit = (): void => {
    setTried(true);
    if (reference.trim() === '' || !isAge(years) || sex === '') return;
    opening.mutate({
      format: 'tumor-board-case/1',
      reference: reference.trim(),
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      patient: { ageYears: years, sex },
    });
  };
  return (
    <Paper withBorder p="sm" component="section" aria-label={words.open}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Group gap="xs" align="flex-start">
          <TextInput
            size="xs"
            withAsterisk
            autoFocus
            label={words.reference}
            w={260}
            placeholder={words.referenceHint}
            value={reference}
            error={needed(reference.trim() === '')}
            onChange={(event) => setReference(event.currentTarget.value)}
          />
          <TextInput size="xs" label={words.title} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
          <TypedField
            size="xs"
            withAsterisk
            inputMode="decimal"
            label={words.years}
            placeholder={words.yearsHint}
            value={years}
            error={needed(years === '') ?? (tried && !isAge(years) ? words.noAge : undefined)}
            onChange={setYears}
          />
          <NativeSelect
            size="xs"
            withAsterisk
            label={words.sex}
            value={sex}
            error={needed(sex === '')}
            onChange={(event) => setSex(event.currentTarget.value as Sex | '')}
            data={[{ value: '', label: '' }, ...Object.entries(words.sexes).map(([value, label]) => ({ value, label }))]}
          />
          <Group gap="xs" mt={22}>
            <Button size="xs" type="submit" loading={opening.isPending}>
              {words.submit}
            </Button>
            <Button size="xs" variant="subtle" onClick={cancel}>
              {texts.queue.cancel}
            </Button>
          </Group>
        </Group>
        {opening.isError && <Failed error={opening.error} />}
      </form>
    </Paper>
  );
}
