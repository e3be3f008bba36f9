import { inject } from 'vitest';
import { boardSteps } from '../e2e/board-steps.js';

export { day, type Json, recentFacts } from '../e2e/board-steps.js';

const { url, demoPassword } = inject('product');

/** What others do over the API, beside the browser. */
export const given = boardSteps(url, demoPassword);
