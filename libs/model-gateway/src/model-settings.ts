/** How an endpoint is spoken to. */
export const MODEL_KINDS = ['openai-compatible', 'anthropic'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** A language model, where it answers, and what one run may cost. */
export interface ModelSettings {
  /** The address that the paths of the interface follow, e.g. `https://models.example/v1`. */
  readonly endpoint: string;
  /** The name by which the endpoint knows the model. */
  readonly model: string;
  readonly kind: ModelKind;
  readonly key?: string | undefined;
  /** What all requests of a run may take together, in ms. */
  readonly timeoutMs: number;
  /** Tokens that all requests of a run may cost together, questions and answers. */
  readonly tokensPerRun: number;
}
