import { Text, UnstyledButton } from '@mantine/core';
import { dayText } from '../shell/moment.js';
import { texts } from '../texts/texts.js';
import type { QueueEntry } from './queue-query.js';
import classes from './queue-table.module.css';

/** How many items a row names; the others are counted. */
const NAMED = 2;

/** What a case lacks, in short; who owes it, and asking for it, is a press away. */
export function MissingCell({ entry, show }: { readonly entry: QueueEntry; readonly show: () => void }) {
  const { missing } = entry;
  if (missing.length === 0) return null;
  const today = dayText(Date.now());
  return (
    <UnstyledButton className={classes['missing'] ?? ''} title={texts.queue.chase.open(entry.reference)} onClick={show}>
      {missing.slice(0, NAMED).map(({ item, requested }) => (
        <span key={item} className={classes['item']}>
          {item}
          {requested !== null && (
            <Text span size="xs" c={requested.dueOn < today ? 'red' : 'dimmed'}>
              {' '}
              {requested.dueOn < today ? texts.queue.chase.late(requested.dueOn) : texts.queue.chase.asked(requested.dueOn)}
            </Text>
          )}
        </span>
      ))}
      {missing.length > NAMED && (
        <Text span size="xs" c="dimmed">
          {texts.queue.chase.others(missing.length - NAMED)}
        </Text>
      )}
    </UnstyledButton>
  );
}
