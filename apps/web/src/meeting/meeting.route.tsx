import { createLazyRoute } from '@tanstack/react-router';
import { MeetingScreen } from './meeting-screen.js';

export const route = createLazyRoute('/shell/meetings/$meetingId')({ component: MeetingScreen });
