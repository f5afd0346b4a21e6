/** Lists as they are typed and shown: items parted by commas, semicolons or new lines, numbers by spaces too. */
import { date, quoted } from '../../reports/wording.ts';
import { isIsoDate, isoFrom } from './date-text.ts';

export type Listed = 'numbers' | 'dates';

/** A comma that may part thousands, as in "1,204", parts nothing: which of the two is meant, a person is asked. */
const BETWEEN_NUMBERS = /[\s;]+|(?<!(?<![\d.])[1-9]\d{0,2}),|,(?!\d{3}(?!\d))/;
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+/;

/** What is no number and no date stays as typed, so that the check can say what is wrong with it. */
export function listOf(text: string, of: Listed): unknown[] {
  const items = text.split(of === 'dates' ? /[,;\n]+/ : BETWEEN_NUMBERS).map((item) => item.trim());
  return items.filter((item) => item !== '').map(of === 'dates' ? dateFrom : numberFrom);
}

const dateFrom = (item: string) => isoFrom(item) ?? item;
const numberFrom = (item: string) => (Number.isNaN(Number(item)) ? item : Number(item));

export function listText(value: unknown, of: Listed): string {
  if (!Array.isArray(value)) return '';
  return value.map((item) => (of === 'dates' && isIsoDate(item) ? date(item) : String(item))).join(', ');
}

/** What a list of numbers leaves open, and how to say it; `null` where nothing is. */
export function unclearIn(value: unknown): string | null {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const item = items.find((candidate) => typeof candidate === 'string' && THOUSANDS.test(candidate));
  if (item === undefined) return null;
  const typed = String(item);
  return `${quoted(typed)} may be one number or several: write ${typed.replaceAll(',', '')}, or ${typed.replaceAll(',', ', ')}.`;
}
