import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useSessionStorage } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ClinicalFactType, IdentifiedFact } from '@tumor-board/oncology';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Answer, Empty } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import { recordQuery } from '../case-queries.js';
import { factTypeName } from '../record/fact-rows.js';
import { draftOf } from './draft.js';
import { FactForm } from './fact-form.js';
import { ENTERED_TYPES } from './fact-schema.js';
import { startOf } from './prefill.js';

/** Records a fact of the case, or corrects or retracts one. */
export function Entry({
  caseId,
  correct,
  close,
}: {
  readonly caseId: string;
  readonly correct: string | undefined;
  readonly close: () => void;
}) {
  const query = useQuery(recordQuery(caseId));
  return (
    <Answer query={query}>
      {({ facts }) => {
        const recorded = facts as readonly IdentifiedFact[];
        return correct === undefined ? (
          <NewFact caseId={caseId} facts={recorded} />
        ) : (
          <CorrectedFact caseId={caseId} facts={recorded} id={correct} close={close} />
        );
      }}
    </Answer>
  );
}

/** The last type stays chosen while one works, so that several facts of a kind are quick to enter. */
function NewFact({ caseId, facts }: { readonly caseId: string; readonly facts: readonly IdentifiedFact[] }) {
  const [type, setType] = useSessionStorage<ClinicalFactType>({
    key: 'tumor-board.entry.type',
    defaultValue: 'EbvDnaMeasured',
    getInitialValueInEffect: false,
  });
  /** The version that the last recording led to; 0 before the first. */
  const [done, setDone] = useState(0);
  // What the record holds when a form is opened is what it starts from; later facts do not overwrite what is being typed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a form starts anew with each type and after each recording
  const start = useMemo(() => startOf(type, facts), [type, done]);
  const form = useRef<HTMLDivElement>(null);
  // The next fact starts with an empty form, and who enters it at its first field.
  useEffect(() => {
    if (done > 0) form.current?.querySelector('input')?.focus();
  }, [done]);
  return (
    <Stack gap="sm">
      <NativeSelect
        size="xs"
        label={texts.case.record.type}
        data-autofocus
        value={type}
        onChange={(event) => setType(event.currentTarget.value as ClinicalFactType)}
        data={ENTERED_TYPES.map((value) => ({ value, label: factTypeName(value) }))}
      />
      {done > 0 && (
        <Text size="sm" c="teal" role="status">
          {texts.case.entry.recorded(done)}
        </Text>
      )}
      <div ref={form}>
        <FactForm
          key={`${type} ${done}`}
          caseId={caseId}
          type={type}
          facts={facts}
          start={start}
          keptAs={`fact.${caseId}.${type}`}
          correct={undefined}
          onRecorded={setDone}
        />
      </div>
    </Stack>
  );
}

/** The fact as it stands, to be corrected or taken back. */
function CorrectedFact({
  caseId,
  facts,
  id,
  close,
}: {
  readonly caseId: string;
  readonly facts: readonly IdentifiedFact[];
  readonly id: string;
  readonly close: () => void;
}) {
  const recorded = facts.find((fact) => fact.id === id);
  const correction = facts.findLast((fact) => fact.type === 'FactCorrected' && fact.corrects === id);
  const standing = correction?.type === 'FactCorrected' ? correction.replacement : recorded;
  const start = useMemo(() => (standing === undefined ? {} : draftOf(standing as IdentifiedFact)), [standing]);
  if (recorded === undefined || recorded.type === 'FactCorrected' || recorded.type === 'FactRetracted') {
    return <Empty title={texts.case.noFact(id)} />;
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm">
          <b>{factTypeName(recorded.type)}</b>, {recorded.on}
        </Text>
        <Button size="compact-xs" variant="subtle" onClick={close}>
          {texts.queue.cancel}
        </Button>
      </Group>
      <FactForm
        caseId={caseId}
        type={recorded.type}
        facts={facts}
        start={start}
        keptAs={`correction.${caseId}.${id}`}
        correct={id}
        onRecorded={close}
      />
    </Stack>
  );
}
