import type { Screen } from '../stores/ui-store.ts';

/** What the screens are called, in the order of work. */
export const SCREEN_NAMES: Readonly<Record<Screen, string>> = {
  start: 'Start',
  service: 'Service',
  changes: 'Changes',
  compare: 'Compare',
  assumptions: 'Assumptions',
};
