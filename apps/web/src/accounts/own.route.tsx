import { createLazyRoute } from '@tanstack/react-router';
import { OwnScreen } from './own-screen.js';

export const route = createLazyRoute('/shell/me')({ component: OwnScreen });
