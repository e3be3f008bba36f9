/** The colours of the timeline; shapes, dashes and words say the same as well. */
export interface ChartColors {
  readonly text: string;
  readonly dimmed: string;
  readonly line: string;
  readonly faint: string;
  readonly background: string;
  readonly warning: string;
  readonly good: string;
  readonly bad: string;
  readonly treatment: string;
  readonly ebv: readonly [string, ...string[]];
  readonly lesions: readonly [string, ...string[]];
}

const LIGHT: ChartColors = {
  text: '#212529',
  dimmed: '#5c636a',
  line: '#adb5bd',
  faint: '#eceff1',
  background: '#ffffff',
  warning: '#b35900',
  good: '#1b7f5c',
  bad: '#c92a2a',
  treatment: '#5f3dc4',
  ebv: ['#0b7285', '#a61e4d', '#5f3dc4', '#2b8a3e'],
  lesions: ['#4263eb', '#e8590c', '#2b8a3e', '#ae3ec9', '#868e96'],
};

const DARK: ChartColors = {
  text: '#e9ecef',
  dimmed: '#adb5bd',
  line: '#5c636a',
  faint: '#2f3336',
  background: '#242424',
  warning: '#ffa94d',
  good: '#63e6be',
  bad: '#ff8787',
  treatment: '#b197fc',
  ebv: ['#66d9e8', '#faa2c1', '#b197fc', '#8ce99a'],
  lesions: ['#91a7ff', '#ffc078', '#8ce99a', '#e599f7', '#ced4da'],
};

export const chartColors = (scheme: 'light' | 'dark'): ChartColors => (scheme === 'dark' ? DARK : LIGHT);
