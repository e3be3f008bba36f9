export { type AnchorContent, anchorFormat, type SealedAnchor } from './anchors/anchor.js';
export { type AnchorKey, anchorKeyOf, fingerprintOf } from './anchors/anchor-key.js';
export * from './anchors/keep-anchoring.js';
export * from './anchors/make-anchors.js';
export { type AnchorEntry, listAnchors } from './anchors/read-anchors.js';
export * from './anchors/verify-anchors.js';
export * from './create-event-store.js';
export { type DeadLetter, deadLetters, retryDeadLetters } from './dead-letters.js';
export * from './event-store.js';
export * from './export-lines.js';
export type { Notice } from './notice.js';
export { isLogCursor } from './places.js';
export * from './position.js';
export * from './progress.js';
export { BlindIndex } from './protection/blind-index.js';
export type { ProtectedFields } from './protection/protected-text.js';
export * from './protection/protection.js';
export type { SubjectKey, SubjectKeys } from './protection/subject-keys.js';
export { TokenHolders } from './protection/token-holders.js';
export { type ReadStreamsOptions, readStreams } from './read-streams.js';
export { type ScanOptions, scanStreams } from './scan.js';
export { countStreams, type EventField, type StreamPage, type StreamSelection, streamIds, streamsWith } from './streams.js';
export * from './subscription.js';
export * from './subscription-options.js';
export * from './upcast.js';
export * from './verifications.js';
export {
  type BrokenStream,
  readSealed,
  type SealedEvent,
  type StreamHead,
  type Verification,
  type VerificationOptions,
  verifyAll,
  verifyStream,
} from './verify.js';
export * from './watch.js';
