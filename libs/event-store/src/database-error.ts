/** SQLSTATE or errno code of an error, when it has one. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Client was closed|Cannot use a pool after)/;

/** True when the server could not be reached or went away: nothing is known of what was sent last. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error) ?? '';
  if (/^(08|57P|53)/.test(code) || /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|ENOTFOUND|EAI_AGAIN)/.test(code)) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  return error instanceof Error && lostConnection.test(error.message);
}

/** True when the same work may well succeed if it is done again: the server was away, or another transaction was in the way. */
export const isTransient = (error: unknown): boolean => isUnavailable(error) || /^(40|55P03)/.test(codeOf(error) ?? '');
