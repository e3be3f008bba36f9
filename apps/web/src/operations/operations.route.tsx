import { createLazyRoute } from '@tanstack/react-router';
import { OperationsScreen } from './operations-screen.js';

export const route = createLazyRoute('/shell/operations')({ component: OperationsScreen });
