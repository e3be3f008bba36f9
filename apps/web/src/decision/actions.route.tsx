import { createLazyRoute } from '@tanstack/react-router';
import { ActionsScreen } from './actions-screen.js';

export const route = createLazyRoute('/shell/actions')({ component: ActionsScreen });
