import 'reflect-metadata';

export * from './api.js';
export { API_VERSION, apiDescription } from './api.module.js';
