import { createLazyRoute } from '@tanstack/react-router';
import { MeetingHindsightScreen } from './hindsight-screen.js';

export const route = createLazyRoute('/shell/audit/meetings/$meetingId')({ component: MeetingHindsightScreen });
