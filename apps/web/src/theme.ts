import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  isLightColor,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';
import { texts } from './texts/texts.js';

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

/** The shade of filled areas. */
const SHADE = { light: 8, dark: 4 } as const;

/** Between white and black text, the better one is white up to this luminance (relative, 0 to 1). */
const LUMINANCE = 0.183;

/** The text on a filled area is told from the shade of the scheme that the page is in. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const shades = input.theme.colors[input.color ?? input.theme.primaryColor];
  if (input.variant !== 'filled' || shades === undefined) return colors;
  const on = (shade: number): string => (isLightColor(shades[shade] ?? '', LUMINANCE) ? 'black' : 'white');
  return { ...colors, color: `light-dark(${on(SHADE.light)}, ${on(SHADE.dark)})` };
};

const closable = { closeButtonProps: { 'aria-label': texts.shell.close } };
const readable = { visibilityToggleButtonProps: { 'aria-label': texts.shell.showPassword }, visibilityToggleFocusable: true };

/** Who has no mouse scrolls a wide table with the arrow keys. */
const scrolls = { scrollAreaProps: { viewportProps: { role: 'group', tabIndex: 0, 'aria-label': texts.shell.wideTable } } };

/** Quiet and dense: small text, small gaps, one accent. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: SHADE,
  autoContrast: true,
  luminanceThreshold: LUMINANCE,
  variantColorResolver,
  colors: { petrol },
  fontFamily: "system-ui, 'Noto Sans', 'Noto Sans CJK TC', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Noto Sans Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Named here by name alone: what dialogs are made of comes with the screens that have some.
  components: {
    Modal: { defaultProps: closable },
    Drawer: { defaultProps: closable },
    PasswordInput: { defaultProps: readable },
    TableScrollContainer: { defaultProps: scrolls },
  },
});

/** Texts that are quiet or coloured, at 4.5 to 1 or better on every background that they stand on. */
export const readableColors: CSSVariablesResolver = ({ colors, primaryColor }) => {
  const coloured = Object.keys(colors).filter((color) => color !== primaryColor && color !== 'dark');
  const dark = (color: string): string => `color-mix(in srgb, var(--mantine-color-${color}-9) 65%, black)`;
  const parts = ['text', 'light-color', 'outline'];
  return {
    variables: {},
    light: {
      '--mantine-color-dimmed': 'var(--mantine-color-gray-7)',
      '--mantine-color-placeholder': 'var(--mantine-color-gray-7)',
      '--mantine-color-error': 'var(--mantine-color-red-9)',
      ...Object.fromEntries(coloured.flatMap((color) => parts.map((part) => [`--mantine-color-${color}-${part}`, dark(color)]))),
    },
    dark: {
      '--mantine-color-dimmed': 'var(--mantine-color-dark-1)',
      '--mantine-color-placeholder': 'var(--mantine-color-dark-1)',
      '--mantine-color-error': 'var(--mantine-color-red-4)',
    },
  };
};
