import { Button } from '@mantine/core';
import { useState } from 'react';
import { texts } from '../texts/texts.js';

/** More than this is folded, at the end of a word. */
const AT_MOST = 160;

/** A text that may be long: its beginning, and the rest on demand, by touch and by keyboard as well. */
export function LongText({ children }: { readonly children: string }) {
  const [all, setAll] = useState(false);
  if (children.length <= AT_MOST) return children;
  const beginning = children.slice(0, AT_MOST).replace(/\s+\S*$/, '');
  return (
    <>
      {all ? children : `${beginning} …`}{' '}
      <Button size="compact-xs" variant="subtle" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? texts.shell.lessText : texts.shell.moreText}
      </Button>
    </>
  );
}
