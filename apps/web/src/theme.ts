import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** A petrol that keeps its distance from the colours that mean something in a chart or a warning. */
const petrol: MantineColorsTuple = [
  '#eef7f9',
  '#dcebee',
  '#b4d6dd',
  '#8ac0cb',
  '#67adbc',
  '#52a2b2',
  '#459cae',
  '#358799',
  '#1c5d6b',
  '#0d4854',
];

/** Quiet and dense: small text, small gaps, one accent. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  colors: { petrol },
  fontFamily: "system-ui, 'Noto Sans', 'Noto Sans CJK TC', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Noto Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
});
