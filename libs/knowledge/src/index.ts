export * from './assessment.js';
export * from './policy.js';
