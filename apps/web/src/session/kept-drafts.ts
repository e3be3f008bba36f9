/** What somebody typed and did not send yet, kept in this tab alone; texts about patients are never kept beyond it. */
const PLACE = 'tumor-board.draft.';

const placeOf = (account: string, name: string): string => `${PLACE}${account}.${name}`;

/** Keeps a draft. A browser without room keeps nothing, which harms nobody. */
export function keepDraft(account: string, name: string, draft: unknown): void {
  try {
    sessionStorage.setItem(placeOf(account, name), JSON.stringify(draft));
  } catch {
    // Without room the draft lives as long as the page.
  }
}

/** The draft that was kept under a name; undefined when there is none, or it cannot be read. */
export function keptDraft(account: string, name: string): unknown {
  try {
    const kept = sessionStorage.getItem(placeOf(account, name));
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    return undefined;
  }
}

/** Forgets a draft that was sent or thrown away. */
export const dropDraft = (account: string, name: string): void => sessionStorage.removeItem(placeOf(account, name));

/** Forgets all drafts, or all but those of one account. */
export function dropDrafts(except?: string): void {
  const keep = except === undefined ? undefined : placeOf(except, '');
  for (const place of Object.keys(sessionStorage)) {
    if (place.startsWith(PLACE) && (keep === undefined || !place.startsWith(keep))) sessionStorage.removeItem(place);
  }
}
