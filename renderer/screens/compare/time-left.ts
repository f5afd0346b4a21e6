/** How long a run still takes, in round words: a count that ticks every second would draw the eye. */
import { counted } from '../../../reports/wording.ts';

/** Empty while it cannot be said. */
export function timeLeft(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return '';
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 55) return `about ${Math.ceil(seconds / 5) * 5} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `about ${counted(Math.max(1, minutes), 'minute')} left`;
  return `about ${counted(Math.round(minutes / 60), 'hour')} left`;
}
