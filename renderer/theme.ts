/** How Headroom looks: calm, dense enough for a desk, every colour pair at WCAG AA contrast in light and dark. */
import {
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Modal,
  Notification,
} from '@mantine/core';

/** A quiet blue-green; its eighth shade carries white text at 6 to 1 in either theme. */
const petrol: MantineColorsTuple = [
  '#eef7f8',
  '#d9ecee',
  '#b3d9dd',
  '#86c3ca',
  '#5fafb9',
  '#3f9ca8',
  '#2b8794',
  '#1b6c78',
  '#125660',
  '#0b4048',
];

/** Cooler than the usual grey of dark themes. */
const dark: MantineColorsTuple = [
  '#d7dde2',
  '#b9c2c9',
  '#a3aeb7',
  '#6c7984',
  '#47535d',
  '#35404a',
  '#2a343d',
  '#1d262d',
  '#161e24',
  '#0f161b',
];

export const theme = createTheme({
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, sans-serif',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.45rem', lineHeight: '1.25' },
      h2: { fontSize: '1.25rem', lineHeight: '1.3' },
      h3: { fontSize: '1.05rem', lineHeight: '1.35' },
    },
  },
  colors: { petrol, dark },
  primaryColor: 'petrol',
  primaryShade: 7,
  autoContrast: true,
  luminanceThreshold: 0.35,
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    // Locking would write a style of its own into the page, which its policy forbids.
    Modal: Modal.extend({
      // Its header belongs to the dialog: the page keeps one banner.
      defaultProps: {
        lockScroll: false,
        attributes: { header: { role: 'presentation' } },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    }),
    Notification: Notification.extend({
      styles: {
        description: { color: 'light-dark(var(--mantine-color-gray-8), var(--mantine-color-dark-1))' },
      },
    }),
  },
});

/** What Mantine's own shades leave below 4.5 to 1. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f8f9',
    '--mantine-color-text': '#1b252d',
    '--headroom-surface': '#ffffff',
    '--headroom-line': '#d5dce1',
    '--mantine-color-dimmed': '#4d5a64',
    '--mantine-color-placeholder': '#5d6a74',
    '--mantine-color-error': '#b42318',
    '--headroom-changed': '#8a4b00',
    '--headroom-changed-surface': '#fff6e5',
  },
  dark: {
    '--mantine-color-body': '#12191e',
    '--headroom-surface': '#1a2229',
    '--headroom-line': '#3a4650',
    '--mantine-color-dimmed': '#a9b4bd',
    '--mantine-color-placeholder': '#9aa6b0',
    '--mantine-color-error': '#ff9a8f',
    '--headroom-changed': '#ffc46b',
    '--headroom-changed-surface': '#33270f',
  },
});
