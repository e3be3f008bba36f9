import { createLazyRoute } from '@tanstack/react-router';
import { DiffScreen } from './diff-screen.js';

export const route = createLazyRoute('/shell/audit/diff')({ component: DiffScreen });
