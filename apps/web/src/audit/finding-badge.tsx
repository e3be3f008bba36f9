import { Badge } from '@mantine/core';
import { texts } from '../texts/texts.js';
import type { Finding } from './audit-queries.js';

const COLORS: Readonly<Record<Finding, string>> = { agrees: 'teal', 'should-have-been-discussed': 'orange', 'not-assessable': 'gray' };

/** What an audit found. */
export const FindingBadge = ({ finding }: { readonly finding: Finding }) => (
  <Badge variant="light" color={COLORS[finding]} tt="none">
    {texts.audit.samples.findings[finding]}
  </Badge>
);
