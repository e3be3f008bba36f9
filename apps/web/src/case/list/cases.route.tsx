import { createLazyRoute } from '@tanstack/react-router';
import { CasesScreen } from './cases-screen.js';

export const route = createLazyRoute('/shell/cases')({ component: CasesScreen });
