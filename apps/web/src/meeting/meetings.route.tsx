import { createLazyRoute } from '@tanstack/react-router';
import { MeetingsScreen } from './meetings-screen.js';

export const route = createLazyRoute('/shell/meetings')({ component: MeetingsScreen });
