export { type BriefClaim, type BriefNames, type CaseBrief, caseBrief } from './brief/case-brief.js';
export {
  claimsFromExchange,
  DROP_REASONS,
  type DropReason,
  type ModelClaims,
  opinionFromExchange,
  type Rephrasing,
} from './exchange/claims-from-exchange.js';
export * from './exchange/exchange.js';
export * from './gateway.js';
export * from './model-settings.js';
export { PROMPT_VERSION } from './prompt/prompt.js';
