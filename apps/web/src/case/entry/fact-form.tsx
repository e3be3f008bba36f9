import { Alert, Button, Group, SegmentedControl, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ClinicalFactType, Fact, IdentifiedFact } from '@tumor-board/oncology';
import { useMemo, useState } from 'react';
import { isServiceProblem } from '../../api/problem.js';
import { Failed } from '../../shell/states.js';
import { texts } from '../../texts/texts.js';
import type { Preview } from '../case-queries.js';
import { ArithmeticView } from './arithmetic-view.js';
import { byField, checked, type Draft, factOfDraft, type Intent, isEmpty, valueAt, withValue } from './draft.js';
import { fieldsOf } from './fact-schema.js';
import { Field } from './field.js';
import { FormContext, type FormState } from './form-context.js';
import { lastSizes, lastWay } from './prefill.js';
import { PreviewView } from './preview-view.js';
import { previewQuery, useRecording } from './recording.js';
import { sameOutcome } from './same-outcome.js';
import { useDraft, useKeptFields } from './use-draft.js';

const NO_REASON = { reason: '' };
const WIDE: ReadonlySet<string> = new Set(['rows', 'group', 'names']);
const NO_SIZES: FormState['lastSizes'] = new Map();
/** How often a recording that met another one is tried. */
const TRIES = 3;
/** Today in UTC, as the service counts days. */
const today = (): string => new Date().toISOString().slice(0, 10);

/** The form of one fact: its fields, what can be computed from them, what recording them would change. */
export function FactForm({
  caseId,
  type,
  facts,
  start,
  keptAs,
  correct,
  onRecorded,
}: {
  readonly caseId: string;
  readonly type: ClinicalFactType;
  readonly facts: readonly IdentifiedFact[];
  readonly start: Draft;
  /** What is typed is kept under this name until it is recorded or the tab is closed. */
  readonly keptAs: string;
  /** The fact to be corrected. */
  readonly correct: string | undefined;
  readonly onRecorded: (version: number) => void;
}) {
  const { draft, change, forget } = useDraft(keptAs, start);
  const [way, setWay] = useState<'correct' | 'retract'>('correct');
  const { fields: why, set: setWhy, forget: forgetWhy } = useKeptFields(`${keptAs}.reason`, NO_REASON);
  const { reason } = why;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const intent = useMemo<Intent>(
    () => (correct === undefined ? { kind: 'record' } : { kind: way, id: correct, reason, today: today() }),
    [correct, way, reason],
  );
  const { fact, faults } = useMemo(() => checked(factOfDraft(type, draft, intent)), [type, draft, intent]);
  const [settled] = useDebouncedValue(fact, 500);
  const preview = useQuery(previewQuery(caseId, settled));
  const client = useQueryClient();
  const recording = useRecording(caseId);
  /** Of a field that nobody filled in there is nothing more to say than that it is needed. */
  const worded = (path: string, message: string): string =>
    isEmpty(path === 'reason' ? reason : valueAt(draft, path)) && !message.includes('because') ? texts.case.entry.needed : message;
  const refused = isServiceProblem(recording.error) ? byField(recording.error.document.faults ?? []) : undefined;
  const previewed = isServiceProblem(preview.error) ? byField(preview.error.document.faults ?? []) : undefined;
  const shown = new Map([
    ...[...faults].filter(([path]) => tried || left.has(path)).map(([path, message]) => [path, worded(path, message)] as const),
    ...(previewed ?? []),
    ...(refused ?? []),
  ]);
  const hasMovedOn = isServiceProblem(recording.error, 'case.version-conflict');
  const isPreviewed = fact !== null && settled === fact && preview.data !== undefined && !preview.isPlaceholderData;

  /** What the fact would change now; undefined when that could not be learned, which the preview then says. */
  const previewNow = async (of: Fact): Promise<Preview | undefined> =>
    await client.fetchQuery({ ...previewQuery(caseId, of), staleTime: 0 }).catch(() => undefined);

  /** Records what was previewed; anew where the case moved on without making a difference to it. */
  const record = async (seen: Preview, tries: number): Promise<void> => {
    if (fact === null) return;
    try {
      const { version } = await recording.mutateAsync({ fact, version: seen.version });
      forget();
      forgetWhy();
      onRecorded(version);
    } catch (error) {
      if (!isServiceProblem(error, 'case.version-conflict')) return;
      const now = await previewNow(fact);
      if (now !== undefined && tries > 1 && sameOutcome(seen, now)) await record(now, tries - 1);
    }
  };

  const submit = async (): Promise<void> => {
    setTried(true);
    if (fact === null) return;
    const seen = isPreviewed ? preview.data : await previewNow(fact);
    if (seen !== undefined) await record(seen, TRIES);
  };

  const sizes = useMemo(
    () => (type === 'ResponseAssessed' ? lastSizes(facts.filter(({ id }) => id !== correct)) : NO_SIZES),
    [type, facts, correct],
  );
  const isRetraction = intent.kind === 'retract';
  const words = texts.case.entry;
  return (
    <FormContext
      value={{
        draft,
        set: (path, value) => change((before) => withValue(before, path, value)),
        faults: shown,
        leave: (path) => setLeft((before) => new Set(before).add(path)),
        lastSizes: sizes,
      }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="sm">
          {correct !== undefined && (
            <Group gap="sm" align="flex-end">
              <SegmentedControl
                size="xs"
                aria-label={words.way}
                value={way}
                onChange={(next) => setWay(next as typeof way)}
                data={[
                  { value: 'correct', label: words.correct },
                  { value: 'retract', label: words.retract },
                ]}
              />
              <TextInput
                size="xs"
                flex={1}
                withAsterisk
                label={words.reason}
                value={reason}
                error={shown.get('reason')}
                onBlur={() => setLeft((before) => new Set(before).add('reason'))}
                onChange={(event) => setWhy({ reason: event.currentTarget.value })}
              />
            </Group>
          )}
          {!isRetraction && <Fields type={type} />}
          {type === 'EbvDnaMeasured' && correct === undefined && lastWay(facts) !== undefined && (
            <Button
              size="compact-xs"
              variant="subtle"
              style={{ alignSelf: 'flex-start' }}
              onClick={() => change((before) => ({ ...before, ...lastWay(facts) }))}
            >
              {words.sameWay}
            </Button>
          )}
          {fact !== null && !isRetraction && <ArithmeticView facts={facts} fact={fact} />}
          {preview.data !== undefined && fact !== null && <PreviewView preview={preview.data} isOld={!isPreviewed} />}
          {preview.isError && fact !== null && <Failed error={preview.error} retry={preview.refetch} />}
          {hasMovedOn && (
            <Alert color="orange" title={words.movedOn}>
              <Group justify="space-between">
                <Text size="sm">{words.movedOnWhy}</Text>
                <Button
                  size="xs"
                  variant="light"
                  onClick={() => {
                    recording.reset();
                    void preview.refetch();
                  }}
                >
                  {words.lookAgain}
                </Button>
              </Group>
            </Alert>
          )}
          {recording.isError && !hasMovedOn && <Failed error={recording.error} />}
          <Group justify="space-between">
            <Text size="xs" c="dimmed" role="status">
              {recording.isPaused
                ? words.waiting
                : fact === null
                  ? words.notYet(faults.size)
                  : isPreviewed
                    ? words.previewed
                    : words.previewing}
            </Text>
            <Group gap="xs">
              <Button size="xs" variant="subtle" onClick={() => change(() => start)}>
                {words.startAnew}
              </Button>
              <Button size="xs" type="submit" loading={recording.isPending} color={isRetraction ? 'red' : undefined}>
                {isRetraction ? words.retract : correct === undefined ? words.record : words.correct}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </FormContext>
  );
}

function Fields({ type }: { readonly type: ClinicalFactType }) {
  const fields = useMemo(() => fieldsOf(type), [type]);
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs">
        {fields
          .filter(({ kind }) => !WIDE.has(kind))
          .map((spec) => (
            <Field key={spec.name} spec={spec} path={spec.name} />
          ))}
      </SimpleGrid>
      {fields
        .filter(({ kind }) => WIDE.has(kind))
        .map((spec) => (
          <Field key={spec.name} spec={spec} path={spec.name} />
        ))}
    </>
  );
}
