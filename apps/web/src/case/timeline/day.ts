/** Midnight UTC of a day, in ms: the one scale of the timeline. */
export const atDay = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** The day of a moment on that scale. */
export const dayAt = (at: number): string => new Date(at).toISOString().slice(0, 10);
