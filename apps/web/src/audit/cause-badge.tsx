import { Badge, Tooltip } from '@mantine/core';
import { texts } from '../texts/texts.js';
import type { Cause } from './audit-queries.js';

const COLORS: Readonly<Record<Cause, string>> = {
  'new-rule': 'grape',
  'corrected-data': 'orange',
  'new-data': 'blue',
  'board-override': 'yellow',
};

/** Why something is otherwise than it was. */
export const CauseBadge = ({ cause }: { readonly cause: Cause }) => (
  <Tooltip label={texts.audit.hindsight.causeSays[cause]} events={{ hover: true, focus: true, touch: true }}>
    <Badge variant="light" color={COLORS[cause]} tt="none" tabIndex={0}>
      {texts.audit.hindsight.causes[cause]}
    </Badge>
  </Tooltip>
);
