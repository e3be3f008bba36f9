type Lines = readonly (readonly [key: string, does: string])[];

const rows: Lines = [
  ['j', 'The next row'],
  ['k', 'The row before'],
  ['Enter, o', 'Opens the marked row'],
];

/** What the keys do, on every screen and on each. */
export const keyTexts = {
  hint: 'Press ? for the keys of this screen.',
  button: 'Keys of this screen',
  title: 'Keys',
  here: 'On this screen',
  everywhere: 'On every screen',
  key: 'Key',
  does: 'What it does',
  general: [
    ['?', 'Shows the keys'],
    ['Tab, Shift+Tab', 'To the next, to the one before'],
    ['Enter, Space', 'Presses a button, opens a link'],
    ['Escape', 'Closes a dialog, a menu or a calendar'],
  ] as Lines,
  /** By the address of the screen, its variable parts with `$`. */
  screens: {
    '/queue': [
      ...rows,
      ['x', 'Selects the marked case, or leaves it out again'],
      ['a', 'Selects all cases that are shown, or none'],
      ['m', 'Adds the selected cases to a meeting'],
      ['r', 'Shows what the marked case lacks, and asks for it'],
      ['/', 'To the search of the references'],
    ],
    '/cases': [...rows, ['n', 'Opens a new case'], ['/', 'To the search of references and titles']],
    '/cases/$caseId': [
      ['n', 'Records a fact'],
      ['c', 'Shows the classes'],
      ['p', 'Shows what the panel said'],
      ['r', 'Shows the record'],
      ['h', 'Shows the history'],
    ],
    '/meetings/$meetingId': [
      ['j', 'The next case of the agenda'],
      ['k', 'The case before'],
      ['Alt+↓, Alt+↑', 'Moves the marked case down or up'],
      ['p', 'Presents the marked case'],
    ],
    '/meetings/$meetingId/present': [
      ['→, Page down', 'The next case'],
      ['←, Page up', 'The case before'],
      ['c', 'Calls the case'],
      ['d', 'Decides on it'],
      ['f', 'Follows the meeting'],
      ['Escape', 'Back to the agenda'],
    ],
  } as Readonly<Record<string, Lines>>,
} as const;
