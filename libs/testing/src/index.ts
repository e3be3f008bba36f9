export * from './appends.js';
export * from './arbitrary-facts.js';
export * from './database-dump.js';
export * from './given-when-then.js';
export * from './redis-server.js';
export * from './signed-in.js';
export * from './test-database.js';
export * from './written-content.js';
