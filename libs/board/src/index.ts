export * from './case/case-command.js';
export * from './case/case-event.js';
export * from './case/case-state.js';
export * from './case/decide.js';
export * from './case/describe-event.js';
export * from './case/fact-log.js';
export * from './case/verify-assessments.js';
