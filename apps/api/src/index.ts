export * from './api.js';
export { API_VERSION } from './api.module.js';
