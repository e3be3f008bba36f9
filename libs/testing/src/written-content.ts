/** The part of a drafted decision that a board has to write itself. */
interface Drafted {
  readonly alternatives: readonly { readonly option: string; readonly because: string }[];
}

/** A drafted decision with what the board writes itself: the rationale, and why each alternative was not chosen. */
export const written = <Content extends Drafted>(content: Content, rationale = 'because') => ({
  ...content,
  rationale,
  alternatives: content.alternatives.map(({ option }) => ({ option, because: 'weighed and not chosen' })),
});
