import { Button, Group, MultiSelect, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { IdentifiedFact } from '@tumor-board/oncology';
import { useState } from 'react';
import { answered, api } from '../../api/client.js';
import { notePosition } from '../../api/live.js';
import type { operations } from '../../api/schema.js';
import { useContentKey } from '../../api/use-content-key.js';
import { evidenceListQuery } from '../../knowledge/knowledge-queries.js';
import { useSession } from '../../session/session.js';
import { Failed } from '../../shell/states.js';
import { inWords, texts } from '../../texts/texts.js';
import { caseKey, caseQuery, recordQuery } from '../case-queries.js';
import { useKeptFields } from '../entry/use-draft.js';
import { factRows, factTypeName } from '../record/fact-rows.js';

type NewClaim = operations['makeClaim']['requestBody']['content']['application/json'];
type Weight = NonNullable<NewClaim['severity']> | '';

const said = texts.claims;
const STANCES = ['for', 'against', 'concern', 'request'] as const satisfies readonly NewClaim['stance'][];
const WEIGHTS = ['', 'veto', 'data-gap', 'preference'] as const satisfies readonly Weight[];
const WHOLE_CASE = 'case';
const NO_IDS: readonly string[] = [];
const NOTHING = {
  stance: 'for' as string,
  option: WHOLE_CASE,
  weight: '' as string,
  discipline: '',
  item: '',
  text: '',
  rule: '',
  facts: NO_IDS,
  evidence: NO_IDS,
};

/** A claim in one's own name, into the ledger of the agents. */
export function ClaimForm({ caseId, close }: { readonly caseId: string; readonly close: () => void }) {
  const client = useQueryClient();
  const { disciplines } = useSession();
  const shown = useQuery(caseQuery(caseId)).data;
  const facts = useQuery(recordQuery(caseId)).data?.facts ?? [];
  const register = useQuery(evidenceListQuery({})).data?.entries ?? [];
  const { fields: claim, set: change, forget } = useKeptFields(`claim.${caseId}`, NOTHING);
  const stance = STANCES.find((one) => one === claim.stance) ?? 'for';
  const weight = WEIGHTS.find((one) => one === claim.weight) ?? '';
  const discipline = disciplines.find((one) => one === claim.discipline);
  const [tried, setTried] = useState(false);
  const keyOf = useContentKey();
  const make = useMutation({
    mutationFn: (body: NewClaim) =>
      answered(api.POST('/api/cases/{id}/claims', { params: { path: { id: caseId }, header: { 'idempotency-key': keyOf(body) } }, body })),
    onSuccess: async ({ position }) => {
      notePosition(position, `case:${caseId}`);
      forget();
      await client.invalidateQueries({ queryKey: caseKey(caseId) });
      close();
    },
  });
  const isRequest = stance === 'request';
  const lacksItem = isRequest && claim.item.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (claim.text.trim() === '' || lacksItem) return;
    const { option, item, rule, facts: rests, evidence } = claim;
    make.mutate({
      stance,
      option,
      text: claim.text.trim(),
      facts: [...rests],
      evidence: [...evidence],
      ...(discipline === undefined ? {} : { discipline }),
      ...(isRequest ? { item: item.trim() } : {}),
      ...(rule.trim() === '' || weight !== 'veto' ? {} : { rule: rule.trim() }),
      ...(weight === '' ? {} : { severity: weight }),
    });
  };
  const step = shown?.assessment.nextStep;
  const options = [
    { value: WHOLE_CASE, label: said.wholeCase },
    ...(step === undefined
      ? []
      : [
          { value: step.code, label: step.title },
          ...step.alternatives.map(({ title }) => ({ value: title, label: title })),
          ...step.blocked.map(({ option }) => ({ value: option, label: option })),
        ]),
  ].filter(({ value }, index, all) => all.findIndex((other) => other.value === value) === index);
  return (
    <form
      noValidate
      aria-label={said.enter}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="xs" mt="xs" maw={760}>
        <Group gap="xs" align="flex-end">
          <NativeSelect
            size="xs"
            label={said.stance}
            autoFocus
            value={stance}
            onChange={(event) => change({ stance: event.currentTarget.value })}
            data={STANCES.map((value) => ({ value, label: said.stances[value] }))}
          />
          <NativeSelect
            size="xs"
            label={said.option}
            value={claim.option}
            onChange={(event) => change({ option: event.currentTarget.value })}
            data={options}
          />
          <NativeSelect
            size="xs"
            label={said.severity}
            value={weight}
            onChange={(event) => change({ weight: event.currentTarget.value })}
            data={WEIGHTS.map((value) => ({ value, label: said.severities[value] }))}
          />
          {disciplines.length > 1 && (
            <NativeSelect
              size="xs"
              label={said.discipline}
              value={discipline ?? disciplines[0] ?? ''}
              onChange={(event) => change({ discipline: event.currentTarget.value })}
              data={disciplines.map((value) => ({ value, label: inWords(value) }))}
            />
          )}
        </Group>
        {isRequest && (
          <TextInput
            size="xs"
            label={said.item}
            required
            value={claim.item}
            error={tried && lacksItem ? said.itemNeeded : undefined}
            onChange={(event) => change({ item: event.currentTarget.value })}
          />
        )}
        <Textarea
          label={said.text}
          description={said.textHint}
          required
          autosize
          minRows={2}
          maxLength={2_000}
          value={claim.text}
          error={tried && claim.text.trim() === '' ? said.needed : undefined}
          onChange={(event) => change({ text: event.currentTarget.value })}
        />
        {weight === 'veto' && (
          <TextInput size="xs" label={said.rule} value={claim.rule} onChange={(event) => change({ rule: event.currentTarget.value })} />
        )}
        <MultiSelect
          size="xs"
          label={said.facts}
          searchable
          value={[...claim.facts]}
          onChange={(value) => change({ facts: value })}
          data={factRows(facts as readonly IdentifiedFact[])
            .filter(({ stands }) => stands === 'stands')
            .map(({ id, type, on }) => ({ value: id, label: `${id} ${factTypeName(type)}, ${on}` }))}
        />
        <MultiSelect
          size="xs"
          label={said.evidence}
          description={said.uncitedHint}
          searchable
          limit={30}
          value={[...claim.evidence]}
          onChange={(value) => change({ evidence: value })}
          data={register.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
        />
        {make.isError && <Failed error={make.error} />}
        <Group gap="xs">
          <Button type="submit" size="xs" loading={make.isPending}>
            {said.submit}
          </Button>
          <Button size="xs" variant="subtle" onClick={close}>
            {texts.case.close}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
