export * from './access.js';
export * from './accounts.js';
export * from './operator-token.js';
export * from './password-hash.js';
export * from './read-log.js';
export * from './roles.js';
export { newPassword } from './secrets.js';
export * from './sessions.js';
export * from './sign-in.js';
