import { Group, NativeSelect, TextInput } from '@mantine/core';
import { DayField } from '../shell/day-field.js';
import { readDay } from '../shell/day-text.js';
import { DISCIPLINES } from '../shell/disciplines.js';
import { useSearchBox } from '../shell/use-search-box.js';
import { inWords, texts } from '../texts/texts.js';
import type { QueuePage } from './queue-query.js';
import type { QueueSearch } from './queue-search.js';

const REASONS = [
  'emergency',
  'progression',
  'rebound',
  'toxicity',
  'disagreement',
  'correction',
  'treatment-decision',
  'new-case',
  'response-due',
  'deviation',
  'new-knowledge',
  'incomplete-baseline',
  'routine',
] as const satisfies readonly QueueSearch['reason'][];
const READINESS = ['ready', 'not-ready', 'awaiting-result', 'listed', 'deferred'] as const satisfies readonly QueueSearch['readiness'][];

type Counts = NonNullable<QueuePage['counts']>;

/** What of the queue is shown, as the address says. */
export function QueueFilters({
  search,
  show,
  counts,
}: {
  readonly search: QueueSearch;
  readonly show: (next: QueueSearch) => void;
  readonly counts: Counts | undefined;
}) {
  const with_ = (field: keyof QueueSearch, value: string): QueueSearch => {
    const { [field]: _before, ...others } = search;
    return value === '' ? others : ({ ...others, [field]: value } as QueueSearch);
  };
  const set = (field: keyof QueueSearch) => (event: { readonly currentTarget: { readonly value: string } }) =>
    show(with_(field, event.currentTarget.value));
  const box = useSearchBox(search.search ?? '', (words) => show(with_('search', words)));
  const counted = (of: Readonly<Partial<Record<string, number>>> | undefined) => (code: string) => ({
    value: code,
    label: of?.[code] === undefined ? inWords(code) : `${inWords(code)} (${of[code]})`,
  });
  const any = { value: '', label: texts.queue.any };
  return (
    <Group gap="xs" align="flex-start" role="search">
      <TextInput size="xs" type="search" label={texts.queue.search} {...box} data-queue-search />
      <NativeSelect
        size="xs"
        label={texts.queue.reason}
        value={search.reason ?? ''}
        onChange={set('reason')}
        data={[any, ...REASONS.map(counted(counts?.byReason))]}
      />
      <NativeSelect
        size="xs"
        label={texts.queue.readiness}
        value={search.readiness ?? ''}
        onChange={set('readiness')}
        data={[any, ...READINESS.map(counted(counts?.byReadiness))]}
      />
      <NativeSelect
        size="xs"
        label={texts.queue.discipline}
        value={search.discipline ?? ''}
        onChange={set('discipline')}
        data={[any, ...DISCIPLINES.map(counted(undefined))]}
      />
      <DayField
        size="xs"
        w={150}
        label={texts.queue.dueBefore}
        value={search.dueBefore ?? ''}
        onChange={(day) => (day === '' || readDay(day) === day) && show(with_('dueBefore', day))}
      />
    </Group>
  );
}
