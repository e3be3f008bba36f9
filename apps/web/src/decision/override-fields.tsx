import { Alert, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { inWords, texts } from '../texts/texts.js';
import { codeOf, OVERRIDE_REASONS } from './codes.js';
import { type Basis, type Content, deviationOf } from './decision-content.js';
import type { Faults } from './faults.js';

const said = texts.decision.fields;

/** Why the board chooses otherwise than proposed; shown when it does. */
export function OverrideFields({
  content,
  basis,
  faults,
  write,
}: {
  readonly content: Content;
  readonly basis: Basis;
  readonly faults: Faults;
  readonly write: (next: Content) => void;
}) {
  const deviation = deviationOf(content, basis);
  if (deviation === undefined) return null;
  const override = content.override;
  const comment = override?.comment ?? '';
  const setReason = (value: string): void => {
    const { override: _before, ...rest } = content;
    write(value === '' ? rest : { ...content, override: { reason: codeOf(OVERRIDE_REASONS, value), comment } });
  };
  return (
    <Alert color="orange" variant="light" title={said.override}>
      <Stack gap="xs">
        <Text size="sm">
          {deviation.code === 'blocked' ? said.overrideBlocked(deviation.option) : said.overrideWhy(inWords(basis.proposed))}
        </Text>
        <NativeSelect
          label={said.overrideReason}
          value={override?.reason ?? ''}
          onChange={(event) => setReason(event.currentTarget.value)}
          data={[{ value: '', label: said.choose }, ...OVERRIDE_REASONS.map((value) => ({ value, label: inWords(value) }))]}
          error={faults.get('override') ?? faults.get('override.reason')}
          withAsterisk
        />
        {override !== undefined && (
          <Textarea
            label={said.overrideComment}
            value={comment}
            onChange={(event) => write({ ...content, override: { ...override, comment: event.currentTarget.value } })}
            error={faults.get('override.comment')}
            autosize
            minRows={1}
            maxLength={4000}
            withAsterisk
          />
        )}
      </Stack>
    </Alert>
  );
}
