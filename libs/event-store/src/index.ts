export * from './create-event-store.js';
export * from './event-store.js';
export * from './position.js';
export * from './upcast.js';
