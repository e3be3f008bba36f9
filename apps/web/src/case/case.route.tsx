import { createLazyRoute } from '@tanstack/react-router';
import { CaseScreen } from './case-screen.js';

export const route = createLazyRoute('/shell/cases/$caseId')({ component: CaseScreen });
