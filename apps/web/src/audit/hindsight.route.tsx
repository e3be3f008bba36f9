import { createLazyRoute } from '@tanstack/react-router';
import { HindsightScreen } from './hindsight-screen.js';

export const route = createLazyRoute('/shell/audit/hindsight/$decisionId')({ component: HindsightScreen });
