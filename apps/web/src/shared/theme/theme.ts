import { Alert, Badge, createTheme, type MantineColorsTuple, Menu, Paper } from '@mantine/core';
import { decimalSign } from '../format/format-value.ts';

const petrol: MantineColorsTuple = [
  '#e9f5f8',
  '#d5e8ee',
  '#a8d0dd',
  '#78b7cb',
  '#52a2bb',
  '#3a95b2',
  '#2588a6',
  '#1b7a97',
  '#0b6a85',
  '#005066',
];

const slate: MantineColorsTuple = [
  '#d7dde4',
  '#bcc5cf',
  '#9aa6b3',
  '#66737f',
  '#3b4651',
  '#2d363f',
  '#222a32',
  '#181e24',
  '#12171c',
  '#0c1014',
];

/** A calm instrument: one accent, slate neutrals, tabular figures. Touch targets are 44 px. */
export const createAppTheme = () =>
  createTheme({
    primaryColor: 'petrol',
    // Filled controls keep white text at a contrast of at least 4.5 : 1 in both schemes.
    primaryShade: { light: 8, dark: 7 },
    colors: { petrol, dark: slate },
    fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
    fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace',
    headings: { fontWeight: '600' },
    defaultRadius: 'md',
    cursorType: 'pointer',
    respectReducedMotion: true,
    components: {
      Paper: Paper.extend({ styles: { root: { background: 'var(--surface)', borderColor: 'var(--line)' } } }),
      // Quiet notices: ordinary text on a tint, the colour only at the edge and in the symbol.
      Alert: Alert.extend({
        styles: (_theme, { color = 'petrol' }) => ({
          root: {
            background: `color-mix(in srgb, var(--mantine-color-${color}-6) 12%, transparent)`,
            borderLeft: `4px solid var(--mantine-color-${color}-6)`,
          },
          title: { color: 'var(--mantine-color-text)' },
          message: { color: 'var(--mantine-color-text)' },
          icon: { color: `var(--mantine-color-${color}-6)` },
        }),
      }),
      // Inside the header's landmark, and without an element that is no menu item.
      Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }),
      // The decimal sign of the reader; both signs are understood, as every keyboard has but one of them on its number pad.
      NumberInput: {
        defaultProps: { decimalSeparator: decimalSign(), allowedDecimalSeparators: ['.', ','] },
      },
      Badge: Badge.extend({ styles: { label: { fontWeight: 600 } }, defaultProps: { size: 'md' } }),
    },
  });
