import { type Fault, problem } from '@tumor-board/kernel';
import { z } from 'zod';

/** What became of a case file. */
export interface Imported {
  readonly id: string;
  readonly version: number;
  /** False when everything was recorded before. */
  readonly changed: boolean;
}

const recorded = z.object({ id: z.string(), version: z.int() });
const refused = z.object({
  code: z.string(),
  detail: z.string(),
  faults: z.array(z.object({ path: z.string(), message: z.string() })),
});

/**
 * Brings in a case file through a running service.
 * @param token of the operator or of an account that may record
 * @throws Problem with the code that the service gave; `service.unreachable`
 */
export async function sendCaseFile(url: string, token: string, file: unknown): Promise<Imported> {
  let response: Response;
  try {
    response = await fetch(new URL('/api/case-files', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(file),
    });
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw problem('service.unreachable', `The service at ${url} cannot be reached: ${cause}`, { url });
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const { id, version } = recorded.parse(body);
    return { id, version, changed: response.headers.get('content-unchanged') !== 'true' };
  }
  const told = refused.safeParse(body);
  if (!told.success) throw problem('service.unreachable', `The service at ${url} answered ${response.status}.`, { url });
  throw problem(told.data.code, told.data.detail, {}, told.data.faults satisfies Fault[]);
}
