import { caseStream } from '@tumor-board/board';
import { type Protection, reveal } from '@tumor-board/event-store';
import { ERASED } from '@tumor-board/kernel';

/** The kind of text that the title of a case is, for the blind index: titles of two sites share no token. */
export const titlesOf = (site: string): string => `case title of ${site}`;

/** What is stored to find the title; nothing once it was erased. */
export async function tokensOf(
  protection: Protection | undefined,
  site: string,
  caseId: string,
  title: string | undefined,
): Promise<readonly string[]> {
  if (protection === undefined || title === undefined) return [];
  const [plain = ERASED] = await reveal(protection, [{ streamId: caseStream(caseId), value: title }]);
  return plain === ERASED ? [] : protection.index.tokensOf(titlesOf(site), plain);
}
