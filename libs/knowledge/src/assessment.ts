import type { Finding, IsoDate, Reason } from '@tumor-board/kernel';
import type { Alert, EbvDnaKinetics, M1System, ResponseSeries, TnmEdition } from '@tumor-board/oncology';
import type { SitePolicy } from './policy.js';

export type { Alert, M1System, TnmEdition } from '@tumor-board/oncology';

export const NEXT_STEP_CODES = [
  'complete-baseline',
  'ablate-upfront',
  'start-systemic',
  'continue-systemic',
  'repeat-imaging',
  'confirm-progression',
  'locoregional-rt',
  'consolidate-metastases',
  'maintenance',
  'surveillance',
  'change-systemic',
  'board-discussion',
  'supportive-care',
] as const;
export type NextStepCode = (typeof NEXT_STEP_CODES)[number];

/** What the review's strategy proposes next: a proposal with its reasons, never a command. */
export interface NextStep {
  readonly code: NextStepCode;
  readonly title: string;
  readonly because: readonly Reason[];
  readonly alternatives: readonly { readonly title: string; readonly evidence: readonly string[] }[];
  /** Options that a guard rules out, with the guard's reasons. */
  readonly blocked: readonly { readonly option: string; readonly because: readonly Reason[] }[];
  /** What should be obtained or checked before or beside the step. */
  readonly needs: readonly string[];
  /** Ids in the evidence register. */
  readonly evidence: readonly string[];
  readonly regimen?: readonly string[];
  readonly ablation?: 'upfront' | 'deferred' | 'none';
  /** Total dose range in Gy. */
  readonly doseGy?: readonly [number, number];
  readonly concurrent?: string;
}

/** Whether the response is good enough for locoregional radiotherapy (the review's gate, as settled for the product). */
export type ResponseGate = 'good' | 'poor' | 'conflict' | 'not-assessable';

/** What the facts amount to under one knowledge release and one site policy: `tumor-board-assessment/1`. */
export interface Assessment {
  readonly format: 'tumor-board-assessment/1';
  readonly reference: string;
  readonly asOf: IsoDate;
  /** Id of the knowledge release, e.g. `npc-2023.08`. */
  readonly knowledge: string;
  readonly policy: SitePolicy;
  /** SHA-256 over the facts read, the release and the policy. */
  readonly fingerprint: string;
  readonly stage: Readonly<Record<TnmEdition, { readonly group: Finding<string>; readonly m: Finding<string> }>>;
  readonly m1: Readonly<Record<M1System, Finding<string>>>;
  readonly oligometastatic: Finding<boolean>;
  readonly ebvDna: EbvDnaKinetics;
  readonly response: ResponseSeries & { readonly gate: ResponseGate; readonly reason: string };
  readonly nextStep: NextStep;
  readonly missing: readonly { readonly item: string; readonly wouldSettle: readonly string[] }[];
  readonly alerts: readonly Alert[];
}
