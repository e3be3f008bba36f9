import { keyTexts } from './en-keys.js';

/** Texts of what every screen is made of. */
export const shellTexts = {
  keys: keyTexts,
  close: 'Close',
  moreText: 'More',
  lessText: 'Less',
  showPassword: 'Show the password',
  wideTable: 'Table; arrow keys scroll it where it is wider than the screen',
  day: {
    pattern: 'YYYY-MM-DD',
    choose: (label: string) => `Calendar: ${label}`,
    faults: {
      'no-day': (label: string, typed: string) => `${label}: “${typed}” is not a day. Write year, month, day, like 2025-03-04.`,
      'too-early': (label: string, min: string) => `${label}: ${min} or later.`,
      'too-late': (label: string, max: string) => `${label}: ${max} or earlier.`,
    },
    weekdays: {
      monday: 'Monday',
      tuesday: 'Tuesday',
      wednesday: 'Wednesday',
      thursday: 'Thursday',
      friday: 'Friday',
      saturday: 'Saturday',
      sunday: 'Sunday',
    },
    previousMonth: 'Previous month',
    nextMonth: 'Next month',
    previousYear: 'Previous year',
    nextYear: 'Next year',
    previousDecade: 'Previous ten years',
    nextDecade: 'Next ten years',
  },
  time: {
    pattern: 'HH:MM',
    help: (label: string) => `${label}: hours and minutes of a day of 24 hours, like 08:30 or 14:00.`,
  },
} as const;
