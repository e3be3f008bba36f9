import { NativeSelect, Text, TextInput } from '@mantine/core';
import { daysFrom, todayOf } from '../meeting/days.js';
import { useSession } from '../session/session.js';
import { DayField } from '../shell/day-field.js';
import { DISCIPLINES } from '../shell/disciplines.js';
import { inWords, texts } from '../texts/texts.js';
import { codeOf, RESULTS } from './codes.js';
import { type Action, type Content, type Draft, freeId } from './decision-content.js';
import type { Faults } from './faults.js';
import { changedAt, LineList, withoutAt } from './line-list.js';

const said = texts.decision;

/** The days after which something new is due when nobody says otherwise; each can be changed before signing. */
const ACTION_DAYS = 7;
const RESULT_DAYS = 42;

interface Lines {
  readonly content: Content;
  readonly faults: Faults;
  readonly write: (next: Content) => void;
}

/** Who is to do what by when. */
export function ActionLines({ content, faults, write }: Lines) {
  const { account } = useSession();
  const { actions } = content;
  const me = `account:${account}`;
  const set = (next: Content['actions']): void => write({ ...content, actions: next });
  const ownerOf = (value: string): Action['owner'] => {
    const discipline = DISCIPLINES.find((one) => one === value);
    return discipline === undefined ? { account: value } : { discipline };
  };
  const choices = (owner: Action['owner']) => [
    { value: me, label: said.fields.me },
    ...DISCIPLINES.map((value) => ({ value, label: inWords(value) })),
    ...('account' in owner && owner.account !== me ? [{ value: owner.account, label: owner.account }] : []),
  ];
  const add = (): void => {
    const actionId = freeId(
      'action',
      actions.map((action) => action.actionId),
    );
    set([...actions, { actionId, what: '', owner: { discipline: 'medical-oncology' }, dueOn: daysFrom(todayOf(new Date()), ACTION_DAYS) }]);
  };
  return (
    <LineList
      legend={said.fields.actions}
      count={actions.length}
      layout="action"
      nameOf={(index) => actions[index]?.what ?? ''}
      remove={(index) => set(withoutAt(actions, index))}
      addLabel={said.add.action}
      add={add}
      line={(index) => {
        const owner = actions[index]?.owner ?? { account: me };
        return (
          <>
            <TextInput
              size="xs"
              label={said.fields.what}
              value={actions[index]?.what ?? ''}
              onChange={(event) => set(changedAt(actions, index, { what: event.currentTarget.value }))}
              error={faults.get(`actions[${index}].what`)}
            />
            <NativeSelect
              size="xs"
              label={said.fields.owner}
              value={'account' in owner ? owner.account : owner.discipline}
              onChange={(event) => set(changedAt(actions, index, { owner: ownerOf(event.currentTarget.value) }))}
              data={choices(owner)}
              error={faults.get(`actions[${index}].owner`)}
            />
            <DayField
              size="xs"
              label={said.fields.dueOn}
              value={actions[index]?.dueOn ?? ''}
              onChange={(dueOn) => set(changedAt(actions, index, { dueOn }))}
              error={faults.get(`actions[${index}].dueOn`)}
            />
          </>
        );
      }}
    />
  );
}

/** The results that the plan counts on: their absence brings the case back. */
export function ExpectationLines({ content, faults, write, rules }: Lines & { readonly rules: Draft['expectationRules'] }) {
  const { expectations } = content;
  const set = (next: Content['expectations']): void => write({ ...content, expectations: next });
  const add = (): void => {
    const expectationId = freeId(
      'expectation',
      expectations.map((expectation) => expectation.expectationId),
    );
    set([...expectations, { expectationId, result: 'response-scan', dueOn: daysFrom(todayOf(new Date()), RESULT_DAYS) }]);
  };
  return (
    <LineList
      legend={said.fields.expectations}
      count={expectations.length}
      layout="expectation"
      nameOf={(index) => inWords(expectations[index]?.result ?? '')}
      remove={(index) => set(withoutAt(expectations, index))}
      addLabel={said.add.expectation}
      add={add}
      line={(index) => (
        <>
          <NativeSelect
            size="xs"
            label={said.fields.result}
            value={expectations[index]?.result ?? 'response-scan'}
            onChange={(event) => set(changedAt(expectations, index, { result: codeOf(RESULTS, event.currentTarget.value) }))}
            data={RESULTS.map((value) => ({ value, label: inWords(value) }))}
          />
          <DayField
            size="xs"
            label={said.fields.dueOn}
            value={expectations[index]?.dueOn ?? ''}
            onChange={(dueOn) => set(changedAt(expectations, index, { dueOn }))}
            error={faults.get(`expectations[${index}].dueOn`)}
          />
        </>
      )}
    >
      {rules.map(({ because, result }) => (
        <Text key={`${result} ${because}`} size="xs" c="dimmed">
          {inWords(result)}: {said.expectationBecause(because)}
        </Text>
      ))}
    </LineList>
  );
}
