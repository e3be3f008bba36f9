import { type EventBody, problem } from '@tumor-board/kernel';
import { faultsOf } from '@tumor-board/oncology';
import type { z } from 'zod';

/** An event of one kind of stream, checked against the schema of its type. */
export function parsed(event: EventBody, known: ReadonlyMap<string, z.ZodType>, kind: 'meeting' | 'series'): EventBody {
  const schema = known.get(event.type);
  if (schema === undefined) throw problem(`${kind}.invalid-event`, `"${event.type}" is not an event of a ${kind}.`, { type: event.type });
  const result = schema.safeParse(event.data);
  if (result.success) return { type: event.type, data: result.data as EventBody['data'] };
  const faults = faultsOf(result.error, ['data']);
  throw problem(
    `${kind}.invalid-event`,
    `The event ${event.type} is not as its schema says: ${faults.map((found) => `${found.path}: ${found.message}`).join('; ')}`,
    { type: event.type },
    faults,
  );
}
