export * from './embedded-postgres.js';
export * from './log-tables.js';
export * from './migrate.js';
export * from './pool.js';
export * from './replace-file.js';
