export * from './conclude-deliberation/conclude-deliberation.command.js';
export * from './make-claim/make-claim.command.js';
export * from './record-absence/record-absence.command.js';
export * from './record-consultation/record-consultation.command.js';
export * from './record-opinion/record-opinion.command.js';
export * from './request-deliberation/request-deliberation.command.js';
export * from './withdraw-claim/withdraw-claim.command.js';
