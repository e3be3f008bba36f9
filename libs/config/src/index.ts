export * from './anchor-key.js';
export * from './key-file.js';
export * from './language-model.js';
export * from './protection-key.js';
export * from './settings.js';
export * from './variables.js';
