import { z } from 'zod';

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TOPIC = new RegExp(`^(?:queue|cases|meetings|(?:case|meeting):${ID})$`);
const TOPICS_AT_MOST = 20;

/** The kinds of streams that every change of is told under a topic. */
const KINDS: Readonly<Record<string, readonly string[]>> = { queue: ['case'], cases: ['case'], meetings: ['meeting', 'series'] };

/** The topics of a request, separated by commas. */
export const liveTopics = z
  .string()
  .min(1)
  .max(2_000)
  .transform((text) => [...new Set(text.split(',').map((topic) => topic.trim()))])
  .refine((topics) => topics.length <= TOPICS_AT_MOST && topics.every((topic) => TOPIC.test(topic)), {
    error: `expected up to ${TOPICS_AT_MOST} topics separated by commas: queue, cases, meetings, case:ID, meeting:ID`,
  })
  .describe(
    'What to hear of, separated by commas: `queue` and `cases` (every case), `meetings` (every meeting and series), `case:ID`, `meeting:ID`.',
  );

/** What was changed: `case-<id>` is the case of this id. */
export interface Changed {
  readonly kind: string;
  readonly id: string;
}

/** What a stream of the log is about. */
export const changedOf = (streamId: string): Changed => {
  const end = streamId.indexOf('-');
  return { kind: streamId.slice(0, end), id: streamId.slice(end + 1) };
};

/** Finds the topics, in the order of the request, under which a change of something is told. */
export const topicsAbout =
  (topics: readonly string[]) =>
  ({ kind, id }: Changed): string[] =>
    topics.filter((topic) => topic === `${kind}:${id}` || KINDS[topic]?.includes(kind) === true);
