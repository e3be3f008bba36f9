import { ActionIcon, Button, Fieldset, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { ADDS, REMOVES, useLineFocus } from '../shell/use-line-focus.js';
import { texts } from '../texts/texts.js';
import classes from './decide.module.css';

/** A list of lines that can be added and removed. */
export function LineList({
  legend,
  count,
  layout,
  line,
  nameOf,
  remove,
  addLabel,
  add,
  children,
}: {
  readonly legend: string;
  readonly count: number;
  readonly layout: 'pair' | 'triple' | 'action' | 'expectation';
  readonly line: (index: number) => ReactNode;
  readonly nameOf: (index: number) => string;
  readonly remove: (index: number) => void;
  readonly addLabel: string;
  readonly add: () => void;
  readonly children?: ReactNode;
}) {
  const { list, removed } = useLineFocus<HTMLFieldSetElement>();
  return (
    <Fieldset ref={list} legend={legend} p="xs">
      <Stack gap={6}>
        {Array.from({ length: count }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its place
          <div
            key={index}
            role="group"
            aria-label={texts.decision.line(legend, index + 1)}
            className={`${classes['line'] ?? ''} ${classes[layout] ?? ''}`}
          >
            {line(index)}
            <ActionIcon
              variant="subtle"
              mb={4}
              aria-label={texts.decision.remove(nameOf(index))}
              {...REMOVES}
              onClick={() => {
                removed(index);
                remove(index);
              }}
            >
              ×
            </ActionIcon>
          </div>
        ))}
        {children}
        <Button {...ADDS} size="compact-xs" variant="subtle" onClick={add} mr="auto">
          + {addLabel}
        </Button>
      </Stack>
    </Fieldset>
  );
}

/** A list with a part of one of its lines changed. */
export const changedAt = <Line extends object>(lines: readonly Line[], index: number, part: Partial<Line>): Line[] =>
  lines.map((line, at) => (at === index ? { ...line, ...part } : line));

/** A list without one of its lines. */
export const withoutAt = <Line,>(lines: readonly Line[], index: number): Line[] => lines.filter((_, at) => at !== index);
