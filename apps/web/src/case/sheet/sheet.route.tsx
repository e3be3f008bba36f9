import { createLazyRoute } from '@tanstack/react-router';
import { SheetScreen } from './sheet-screen.js';

export const route = createLazyRoute('/shell/cases/$caseId/sheet')({ component: SheetScreen });
