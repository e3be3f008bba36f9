/** A text of an address; digits that somebody typed there were read as a number. Undefined when there is none. */
export const addressText = (value: unknown): string | undefined =>
  typeof value === 'number' || (typeof value === 'string' && value !== '') ? String(value) : undefined;
