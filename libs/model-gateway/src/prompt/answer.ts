import { z } from 'zod';

const refs = z.array(z.string());

/** What a model is asked to answer: concerns, questions and other words for claims. There is no place for anything else. */
export const askedAnswer = z.strictObject({
  concerns: z.array(
    z.strictObject({
      option: z.string(),
      text: z.string(),
      facts: refs,
      rule: z.string().nullable(),
      evidence: refs,
      answers: refs,
    }),
  ),
  questions: z.array(z.strictObject({ option: z.string(), item: z.string(), text: z.string(), facts: refs })),
  rephrasings: z.array(z.strictObject({ claim: z.string(), text: z.string() })),
});

const said = {
  option: z.string(),
  text: z.string(),
  facts: refs.nullish(),
  rule: z.string().nullish(),
  evidence: refs.nullish(),
  answers: refs.nullish(),
  /** Nobody asked for these; they are read so that the ledger can strike what claims them, and count it. */
  stance: z.string().nullish(),
  severity: z.string().nullish(),
};

/** What is read of an answer: the same, and a model that leaves a list out or takes more upon itself than it may. */
export const readAnswer = z.object({
  concerns: z.array(z.object(said)).nullish(),
  questions: z.array(z.object({ ...said, item: z.string() })).nullish(),
  rephrasings: z.array(z.object({ claim: z.string(), text: z.string() })).nullish(),
});
export type ReadAnswer = z.infer<typeof readAnswer>;

/**
 * Reads the text of a response: one JSON object, perhaps fenced as code. Says in words what is wrong with another one,
 * naming fields and never repeating the text.
 */
export function parseAnswer(text: string): { readonly answer: ReadAnswer } | { readonly fault: string } {
  const bare = text.trim().replace(/^```(?:json)?\s*([\s\S]*?)\s*```$/, '$1');
  let value: unknown;
  try {
    value = JSON.parse(bare);
  } catch {
    return { fault: 'it is not JSON' };
  }
  const parsed = readAnswer.safeParse(value);
  if (parsed.success) return { answer: parsed.data };
  const [first] = parsed.error.issues;
  return { fault: `at ${first?.path.join('.') || 'the whole'}: ${first?.message ?? 'another form'}` };
}
