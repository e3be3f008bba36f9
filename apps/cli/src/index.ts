export { createProgram, type Finish } from './program.js';
export type { Terminal } from './terminal.js';
