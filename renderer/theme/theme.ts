import {
  Alert,
  Badge,
  Button,
  Checkbox,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  Menu,
  Modal,
  Popover,
  Progress,
  Radio,
  Select,
  Slider,
  Switch,
  Tooltip,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Shades of the accent, light to dark. Screens use the tokens; Mantine wants ten shades of everything. */
const PINE: MantineColorsTuple = [
  '#edf6f2',
  '#e1eee8',
  '#c2ddd1',
  '#9ccab7',
  '#6cc9ab',
  '#3f9a80',
  '#237660',
  '#17614f',
  '#125141',
  '#0c3a2f',
];

/** Mantine takes its lines and grounds in light from `gray` and in dark from `dark`; index 4 is the border of a box. */
const GREYS: MantineColorsTuple = [
  '#f5f4ef',
  '#eeece5',
  '#dcd9cf',
  '#c4c2b9',
  '#85887f',
  '#6c716a',
  '#535d58',
  '#3d4541',
  '#2b312e',
  '#1d2321',
];
const DARKS: MantineColorsTuple = [
  '#e7ebe8',
  '#c9d0cc',
  '#aab4af',
  '#8b9691',
  '#6f7a75',
  '#343b38',
  '#232827',
  '#1b1f1e',
  '#141716',
  '#101312',
];

/** What is red means "deletes" or "stops"; everything else that is filled wears the accent. */
const variantColors: VariantColorsResolver = (input) => {
  const isRed = input.color === 'red';
  if (input.variant === 'filled') {
    return isRed
      ? { background: 'var(--bad)', hover: 'var(--bad-hover)', color: 'var(--bad-ink)', border: 'none' }
      : {
          background: 'var(--accent)',
          hover: 'var(--accent-hover)',
          color: 'var(--accent-ink)',
          border: 'none',
        };
  }
  if (input.variant === 'light') {
    return isRed
      ? { background: 'var(--bad-soft)', hover: 'var(--bad-soft)', color: 'var(--bad)', border: 'none' }
      : {
          background: 'var(--accent-soft)',
          hover: 'var(--accent-soft-hover)',
          color: 'var(--accent-text)',
          border: 'none',
        };
  }
  if (input.variant === 'subtle') {
    return {
      background: 'transparent',
      hover: isRed ? 'var(--bad-soft)' : 'var(--accent-soft)',
      color: isRed ? 'var(--bad)' : 'var(--accent-text)',
      border: 'none',
    };
  }
  return defaultVariantColorsResolver(input);
};

/** Mantine's look, taken back to a calm sheet of paper; colours come from tokens.css. */
export const theme = createTheme({
  colors: { pine: PINE, gray: GREYS, dark: DARKS },
  primaryColor: 'pine',
  primaryShade: { light: 7, dark: 4 },
  variantColorResolver: variantColors,
  cursorType: 'pointer',
  respectReducedMotion: true,
  defaultRadius: 'md',
  radius: { xs: '3px', sm: '5px', md: '8px', lg: '12px', xl: '18px' },
  fontFamily:
    "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans Devanagari', 'Nirmala UI', 'Helvetica Neue', sans-serif",
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '0.8125rem', sm: '0.9063rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.35' },
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.5rem', lineHeight: '1.3' },
      h2: { fontSize: '1.125rem', lineHeight: '1.35' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  components: {
    // The window's body never scrolls, so there is nothing to lock (and the lock writes style tags without a nonce).
    Modal: Modal.extend({
      defaultProps: {
        lockScroll: false,
        centered: true,
        overlayProps: { color: 'var(--shade)', backgroundOpacity: 1 },
      },
      styles: { title: { fontSize: '1.125rem', fontWeight: 650 } },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    // The list itself scrolls, as a list of choices should; the library's own scroll box cannot be reached by keyboard.
    Select: Select.extend({
      defaultProps: { size: 'sm', checkIconPosition: 'right', withScrollArea: false },
      styles: { options: { maxHeight: 340, overflowY: 'auto' } },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } },
    }),
    Checkbox: Checkbox.extend({ defaultProps: { iconColor: 'var(--accent-ink)' } }),
    Radio: Radio.extend({ defaultProps: { iconColor: 'var(--accent-ink)' } }),
    Switch: Switch.extend({ defaultProps: { withThumbIndicator: false } }),
    Progress: Progress.extend({
      defaultProps: { size: 'lg' },
      styles: { root: { backgroundColor: 'var(--line)' } },
    }),
    Slider: Slider.extend({ styles: { root: { '--slider-track-bg': 'var(--line)' } } }),
    Menu: Menu.extend({ styles: { item: { '--menu-item-hover': 'var(--sunken)' } } }),
    Alert: Alert.extend({ defaultProps: { variant: 'default' } }),
    Badge: Badge.extend({ defaultProps: { tt: 'none', fw: 600 } }),
  },
});

/** The same in light and dark, because every token knows both. */
const VARIABLES = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-soft)',
  '--mantine-color-placeholder': 'var(--ink-soft)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-soft)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-pine-filled': 'var(--accent)',
  '--mantine-color-pine-filled-hover': 'var(--accent-hover)',
  '--mantine-color-pine-light': 'var(--accent-soft)',
  '--mantine-color-pine-light-hover': 'var(--accent-soft-hover)',
  '--mantine-color-pine-light-color': 'var(--accent-text)',
  '--mantine-color-pine-outline': 'var(--accent)',
  '--mantine-color-pine-text': 'var(--accent-text)',
  '--mantine-primary-color-contrast': 'var(--accent-ink)',
};

/** Sets Mantine's variables from the tokens. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: VARIABLES,
  dark: VARIABLES,
});
