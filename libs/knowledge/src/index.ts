export * from './assess.js';
export * from './assessment.js';
export * from './headline.js';
export * from './policy.js';
export * from './release.js';
