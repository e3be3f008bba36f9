import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

/** In milliseconds. */
const PAUSE = 250;

/**
 * What stands in a box whose text is searched for once its writer pauses. What is searched for from elsewhere, as by a
 * saved view, replaces it; what the box itself asked for does not, since its writer may have gone on.
 */
export function useSearchBox(searched: string, search: (words: string) => void) {
  const [value, setValue] = useState(searched);
  const [known, setKnown] = useState(searched);
  const [sent, setSent] = useState(searched);
  if (searched !== known) {
    setKnown(searched);
    setSent(searched);
    if (searched !== sent) setValue(searched);
  }
  const find = useDebouncedCallback(() => {
    const words = value.trim();
    if (words === searched) return;
    setSent(words);
    search(words);
  }, PAUSE);
  const onChange = (event: { readonly currentTarget: { readonly value: string } }): void => {
    setValue(event.currentTarget.value);
    find();
  };
  return { value, onChange };
}
