import { useRef } from 'react';
import { newKey } from './client.js';

/** A key for each content that is sent: sent again after a lost answer, the same goes under the same key, and something else under another. */
export function useContentKey(): (body: unknown) => string {
  const sent = useRef<{ readonly content: string; readonly key: string }>(null);
  return (body) => {
    const content = JSON.stringify(body);
    if (sent.current?.content !== content) sent.current = { content, key: newKey() };
    return sent.current.key;
  };
}
