import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { DISCIPLINES } from '../shell/disciplines.js';
import { inWords, texts } from '../texts/texts.js';
import type { Content } from './decision-content.js';
import type { Faults } from './faults.js';
import { changedAt, LineList, withoutAt } from './line-list.js';

const said = texts.decision;

interface Lines {
  readonly content: Content;
  readonly faults: Faults;
  readonly write: (next: Content) => void;
}

/** What else was weighed and why it was not chosen. */
export function AlternativeLines({ content, faults, write }: Lines) {
  const { alternatives } = content;
  const set = (next: Content['alternatives']): void => write({ ...content, alternatives: next });
  return (
    <LineList
      legend={said.fields.alternatives}
      count={alternatives.length}
      layout="pair"
      nameOf={(index) => alternatives[index]?.option ?? ''}
      remove={(index) => set(withoutAt(alternatives, index))}
      addLabel={said.add.alternative}
      add={() => set([...alternatives, { option: '', because: '' }])}
      line={(index) => (
        <>
          <TextInput
            size="xs"
            label={said.fields.option}
            value={alternatives[index]?.option ?? ''}
            onChange={(event) => set(changedAt(alternatives, index, { option: event.currentTarget.value }))}
            error={faults.get(`alternatives[${index}].option`)}
          />
          <TextInput
            size="xs"
            label={said.fields.because}
            value={alternatives[index]?.because ?? ''}
            onChange={(event) => set(changedAt(alternatives, index, { because: event.currentTarget.value }))}
            error={faults.get(`alternatives[${index}].because`)}
            withAsterisk
          />
        </>
      )}
    >
      {alternatives.length === 0 && (
        <TextInput
          size="xs"
          label={said.fields.noAlternatives}
          value={content.noAlternatives ?? ''}
          onChange={(event) => write({ ...content, noAlternatives: event.currentTarget.value })}
          error={faults.get('noAlternatives')}
          withAsterisk
        />
      )}
    </LineList>
  );
}

/** Who disagreed, in their own words. */
export function DissentLines({ content, faults, write }: Lines) {
  const { dissent } = content;
  const set = (next: Content['dissent']): void => write({ ...content, dissent: next });
  const setDiscipline = (index: number, value: string): void => {
    const discipline = DISCIPLINES.find((one) => one === value);
    set(
      dissent.map((line, at) => {
        if (at !== index) return line;
        const { discipline: _before, ...rest } = line;
        return discipline === undefined ? rest : { ...rest, discipline };
      }),
    );
  };
  return (
    <LineList
      legend={said.fields.dissent}
      count={dissent.length}
      layout="triple"
      nameOf={(index) => dissent[index]?.by ?? ''}
      remove={(index) => set(withoutAt(dissent, index))}
      addLabel={said.add.dissent}
      add={() => set([...dissent, { by: '', text: '' }])}
      line={(index) => (
        <>
          <TextInput
            size="xs"
            label={said.fields.dissentBy}
            value={dissent[index]?.by ?? ''}
            onChange={(event) => set(changedAt(dissent, index, { by: event.currentTarget.value }))}
            error={faults.get(`dissent[${index}].by`)}
          />
          <NativeSelect
            size="xs"
            label={said.fields.dissentDiscipline}
            value={dissent[index]?.discipline ?? ''}
            onChange={(event) => setDiscipline(index, event.currentTarget.value)}
            data={[{ value: '', label: said.fields.none }, ...DISCIPLINES.map((value) => ({ value, label: inWords(value) }))]}
          />
          <Textarea
            size="xs"
            label={said.fields.dissentText}
            value={dissent[index]?.text ?? ''}
            onChange={(event) => set(changedAt(dissent, index, { text: event.currentTarget.value }))}
            error={faults.get(`dissent[${index}].text`)}
            autosize
            maxLength={4000}
          />
        </>
      )}
    />
  );
}
