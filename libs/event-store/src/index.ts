export * from './create-event-store.js';
export { type DeadLetter, deadLetters, retryDeadLetters } from './dead-letters.js';
export * from './event-store.js';
export * from './position.js';
export * from './progress.js';
export { type ScanOptions, scanStreams } from './scan.js';
export * from './subscription.js';
export * from './upcast.js';
export { type BrokenStream, readSealed, type SealedEvent, type StreamHead, type Verification, verifyAll, verifyStream } from './verify.js';
