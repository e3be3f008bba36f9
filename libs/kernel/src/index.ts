export * from './calendar.js';
export * from './canonical.js';
export * from './decider.js';
export * from './derived-id.js';
export * from './envelope.js';
export * from './finding.js';
export * from './problem.js';
export * from './recently-used.js';
