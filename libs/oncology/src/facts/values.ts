import { isCalendarDate, isPlainText, PLAIN_TEXT_EXPECTED } from '@tumor-board/kernel';
import { z } from 'zod';

/** An ISO calendar date that exists. */
export const isoDate = z.string().refine(isCalendarDate, { error: 'expected a calendar date such as 2025-01-06' });

/** A text that says something. */
export const text = z.string().trim().min(1, { error: 'expected some text' }).refine(isPlainText, { error: PLAIN_TEXT_EXPECTED });

/** A size in mm. */
export const millimetres = z
  .number()
  .min(0, { error: 'expected a size in mm, 0 or more' })
  .max(1000, { error: 'expected a size in mm, at most 1000' });

/** A whole number, 0 or more. */
export const count = z.int().min(0, { error: 'expected a whole number, 0 or more' });

/** A number above 0. */
export const positive = z.number().positive({ error: 'expected a number greater than 0' });

/** A CTCAE grade. */
export const grade = z
  .int()
  .min(0, { error: 'expected a CTCAE grade from 0 to 5' })
  .max(5, { error: 'expected a CTCAE grade from 0 to 5' });

/** Names in a list. */
export const names = z.array(text);
