import { Fieldset, Group, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core';
import { DayField } from '../shell/day-field.js';
import { inWords, texts } from '../texts/texts.js';
import { AlternativeLines, DissentLines } from './argument-lines.js';
import { codeOf, INTENTS, KINDS, POSITIONS, STANDS, STEPS } from './codes.js';
import { type Content, type Draft, withStep } from './decision-content.js';
import type { Faults } from './faults.js';
import { ActionLines, ExpectationLines } from './follow-up-lines.js';
import { OverrideFields } from './override-fields.js';

const said = texts.decision.fields;
const options = (codes: readonly string[]) => codes.map((value) => ({ value, label: inWords(value) }));

/** Everything that is decided, on one screen; what follows from the assessment is filled in. */
export function ContentForm({
  content,
  draft,
  faults,
  write,
  isLocked,
}: {
  readonly content: Content;
  readonly draft: Draft;
  readonly faults: Faults;
  readonly write: (next: Content) => void;
  readonly isLocked: boolean;
}) {
  const { basis, expectationRules: rules } = draft;
  const fault = (field: string) => faults.get(field);
  const set = (part: Partial<Content>): void => write({ ...content, ...part });
  return (
    <Fieldset variant="unstyled" disabled={isLocked}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
          <NativeSelect
            label={said.step}
            value={content.step}
            onChange={(event) => write(withStep(content, codeOf(STEPS, event.currentTarget.value), draft))}
            data={STEPS.map((value) => ({ value, label: value === basis.proposed ? said.stepProposed(inWords(value)) : inWords(value) }))}
            error={fault('step')}
          />
          <NativeSelect
            label={said.intent}
            value={content.intent}
            onChange={(event) => set({ intent: codeOf(INTENTS, event.currentTarget.value) })}
            data={options(INTENTS)}
            error={fault('intent')}
          />
          <NativeSelect
            label={said.kind}
            value={content.kind}
            onChange={(event) => set({ kind: codeOf(KINDS, event.currentTarget.value) })}
            data={options(KINDS)}
            error={fault('kind')}
          />
        </SimpleGrid>
        <OverrideFields content={content} basis={basis} faults={faults} write={write} />
        <Textarea
          label={said.plan}
          description={said.planHint}
          value={content.plan}
          onChange={(event) => set({ plan: event.currentTarget.value })}
          error={fault('plan')}
          autosize
          minRows={2}
          maxLength={4000}
          withAsterisk
        />
        <Textarea
          label={said.rationale}
          description={said.rationaleHint}
          value={content.rationale}
          onChange={(event) => set({ rationale: event.currentTarget.value })}
          error={fault('rationale')}
          autosize
          minRows={2}
          maxLength={4000}
          withAsterisk
          autoFocus
        />
        <AlternativeLines content={content} faults={faults} write={write} />
        <Textarea
          label={said.contingency}
          value={content.contingency}
          onChange={(event) => set({ contingency: event.currentTarget.value })}
          error={fault('contingency')}
          autosize
          minRows={1}
          maxLength={4000}
          withAsterisk
        />
        <DissentLines content={content} faults={faults} write={write} />
        <ActionLines content={content} faults={faults} write={write} />
        <ExpectationLines content={content} faults={faults} write={write} rules={rules} />
        <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="xs">
          <DayField
            label={said.reviewOn}
            value={content.reviewOn ?? ''}
            onChange={(reviewOn) => set({ reviewOn })}
            error={fault('reviewOn')}
          />
          <NativeSelect
            label={said.preference}
            value={content.preference.stand}
            onChange={(event) => set({ preference: { ...content.preference, stand: codeOf(STANDS, event.currentTarget.value) } })}
            data={options(STANDS)}
          />
          <TextInput
            label={said.preferenceText}
            value={content.preference.text ?? ''}
            onChange={(event) => set({ preference: { ...content.preference, text: event.currentTarget.value } })}
            error={fault('preference.text')}
            maxLength={4000}
          />
        </SimpleGrid>
        <Fieldset legend={said.guidelines} p="xs">
          <Group gap="md">
            {content.guidelines.map(({ guideline, position }, index) => (
              <NativeSelect
                key={guideline}
                size="xs"
                label={guideline}
                value={position}
                onChange={(event) =>
                  set({
                    guidelines: content.guidelines.map((one, at) =>
                      at === index ? { guideline, position: codeOf(POSITIONS, event.currentTarget.value) } : one,
                    ),
                  })
                }
                data={options(POSITIONS)}
              />
            ))}
          </Group>
        </Fieldset>
      </Stack>
    </Fieldset>
  );
}
