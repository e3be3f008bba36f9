import { createLazyRoute } from '@tanstack/react-router';
import { DecideScreen } from './decide-screen.js';

export const route = createLazyRoute('/shell/cases/$caseId/decide')({ component: DecideScreen });
