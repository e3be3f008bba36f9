import { useState } from 'react';

/** The text of a field that is taken over only when it is left: what comes from elsewhere replaces it, and the field stays the same. */
export function useTyped(value: string): readonly [string, (typed: string) => void] {
  const [typed, setTyped] = useState(value);
  const [given, setGiven] = useState(value);
  if (value !== given) {
    setGiven(value);
    setTyped(value);
  }
  return [typed, setTyped];
}
