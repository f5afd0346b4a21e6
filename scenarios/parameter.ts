/**
 * One parameter, described once, as data: the check, the types, the file format, the documents and the command line's help all read
 * the same description. A parameter is a leaf of the scenario: a number, a word, a date, a list or a distribution.
 */
import * as z from 'zod';
import type { Confidence } from './confidence.ts';
import {
  type CountDistribution,
  countDistribution,
  meanOf,
  type TimeDistribution,
  timeDistribution,
} from './distribution.ts';
import { type TimeUnit, workingDaysIn } from './time-units.ts';

/** What is known about a parameter. `source` and `confidence` speak of its default; without a default they are `null`. */
export interface Parameter {
  readonly unit: string;
  /** What is allowed, in words: "a number from 1 to 60". */
  readonly allowed: string;
  readonly description: string;
  readonly source: string | null;
  readonly confidence: Confidence | null;
  /** How a value is given, for the fields of a screen. */
  readonly form: Form;
}

/** The kind of value with its bounds. `words` may stand in its place; `least` and `most` of a distribution bound its mean. */
export type Form =
  | ({ readonly kind: 'number' | 'time' | 'count' | 'numbers'; readonly words: readonly string[] } & Bounds)
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  | { readonly kind: 'text' | 'names' | 'dates'; readonly most: number }
  | { readonly kind: 'date' };

export interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** Every parameter's schema with its description. A schema found here is a leaf of the scenario. */
export const PARAMETERS = z.registry<Parameter>();

interface Wording {
  readonly description: string;
}

/** A default, and where it comes from in words a council reader can follow. */
interface Default<Value> extends Wording {
  readonly default: Value;
  readonly source: string;
  readonly confidence: Confidence;
}

interface Range {
  readonly unit: string;
  readonly least: number;
  readonly most: number;
  /** Whole numbers only. */
  readonly whole?: boolean;
}

interface TimeRange extends Range {
  readonly unit: TimeUnit;
}

/** A number between `least` and `most`, which the scenario must give. */
export function quantity(terms: Range & Wording) {
  return described(numberWithin(terms), terms.unit, numberInWords(terms), terms, bounded('number', terms));
}

/** A number between `least` and `most`, with a default. */
export function quantityWithDefault(terms: Range & Default<number>) {
  return withDefault(numberWithin(terms), terms.unit, numberInWords(terms), terms, bounded('number', terms));
}

/** A number between `least` and `most`, or a word (or one of several) that stands in its place, such as "unlimited". */
export function quantityOr<const Word extends string>(
  word: Word | readonly [Word, ...Word[]],
  terms: Range & Default<number | Word>,
) {
  const words: readonly [Word, ...Word[]] = typeof word === 'string' ? [word] : word;
  const schema = z.union([numberWithin(terms), z.literal([...words])]);
  const allowed = `${numberInWords(terms)}, or ${inQuotes(words)}`;
  return withDefault(schema, terms.unit, allowed, terms, bounded('number', terms, words));
}

/** A share between 0 and 1, which the scenario must give. */
export function share(terms: Wording) {
  return quantity({ unit: 'share', least: 0, most: 1, ...terms });
}

/** A share between 0 and 1, with a default. */
export function shareWithDefault(terms: Default<number>) {
  return quantityWithDefault({ unit: 'share', least: 0, most: 1, ...terms });
}

/** One of a few words. */
export function choice<const Words extends readonly [string, ...string[]]>(
  words: Words,
  terms: Default<Words[number]>,
) {
  return withDefault(z.enum(words), 'choice', `one of ${inQuotes(words)}`, terms, { kind: 'choice', words });
}

/** The word that says which of several ways a group is said in. */
export function way<const Word extends string>(
  word: Word,
  words: readonly string[],
  terms: Wording & { source: string },
) {
  const schema = z.literal(word);
  const allowed = `one of ${inQuotes(words)}`;
  const { description, source } = terms;
  const form: Form = { kind: 'choice', words };
  PARAMETERS.add(schema, { unit: 'choice', allowed, description, source, confidence: 'assumption', form });
  return schema;
}

/** A line of text, which the scenario must give. */
export function text(terms: Wording & { readonly most: number }) {
  const form: Form = { kind: 'text', most: terms.most };
  return described(z.string().min(1).max(terms.most), 'text', textInWords(terms.most), terms, form);
}

/** A line of text, with a default. */
export function textWithDefault(terms: Default<string> & { readonly most: number }) {
  const form: Form = { kind: 'text', most: terms.most };
  return withDefault(z.string().min(1).max(terms.most), 'text', textInWords(terms.most), terms, form);
}

/** A day of the calendar. */
export function date(terms: Wording) {
  return described(isoDate(), 'date', DATE_IN_WORDS, terms, { kind: 'date' });
}

/** A list of days of the calendar. */
export function dates(terms: Wording & { readonly items: number }) {
  const allowed = `up to ${terms.items} dates, each ${DATE_IN_WORDS}`;
  const form: Form = { kind: 'dates', most: terms.items };
  return described(z.array(isoDate()).max(terms.items), 'dates', allowed, terms, form);
}

/** A list of numbers; `items` says how few and how many. */
export function numbers(
  terms: Range & Wording & { readonly items: readonly [fewest: number, most: number] },
) {
  const [fewest, most] = terms.items;
  const schema = z.array(numberWithin(terms)).min(fewest).max(most);
  const howMany = fewest === most ? `${most}` : `${fewest} to ${most}`;
  const allowed = `a list of ${howMany}, each ${numberInWords(terms)}`;
  return described(schema, terms.unit, allowed, terms, bounded('numbers', terms));
}

/** A list of names of other records; `check.ts` sees that they exist. */
export function names(terms: Wording & { readonly items: number }) {
  const schema = z.array(z.string()).min(1).max(terms.items);
  const form: Form = { kind: 'names', most: terms.items };
  return described(schema, 'names', `a list of 1 to ${terms.items} names`, terms, form);
}

/** A time drawn anew each time; `least` and `most` bound its mean, in `unit`, which is also what a file means when it names none. */
export function duration(terms: TimeRange & Default<TimeDistribution>) {
  return withDefault(
    timeWithin(terms),
    terms.unit,
    distributionInWords(terms),
    terms,
    bounded('time', terms),
  );
}

/** The same, or a word that stands in place of a distribution. */
export function durationOr<const Word extends string>(
  word: Word,
  terms: TimeRange & Default<TimeDistribution | Word>,
) {
  const schema = z.union([timeWithin(terms), z.literal(word)]);
  const allowed = `${distributionInWords(terms)}, or "${word}"`;
  return withDefault(schema, terms.unit, allowed, terms, bounded('time', terms, [word]));
}

/** A whole number drawn anew each time; `least` and `most` bound its mean. */
export function count(terms: Range & Wording) {
  return described(
    countWithin(terms),
    terms.unit,
    distributionInWords(terms),
    terms,
    bounded('count', terms),
  );
}

/** The same, or a word that stands in place of a distribution; with a default. */
export function countOr<const Word extends string>(
  word: Word,
  terms: Range & Default<CountDistribution | Word>,
) {
  const schema = z.union([countWithin(terms), z.literal(word)]);
  const allowed = `${distributionInWords(terms)}, or "${word}"`;
  return withDefault(schema, terms.unit, allowed, terms, bounded('count', terms, [word]));
}

const DATE_IN_WORDS = 'a date from 2000-01-01 to 2099-12-31, written like 2026-04-01';
/** A new schema each time: descriptions belong to schemas one by one. */
const isoDate = () => z.iso.date().refine((day) => day >= '2000-01-01' && day <= '2099-12-31');

function numberWithin({ least, most, whole }: Range): z.ZodNumber {
  const schema = whole ? z.int() : z.number();
  return schema.min(least).max(most);
}

function timeWithin(terms: TimeRange) {
  return timeDistribution.superRefine((value, context) => {
    const inItsUnit = workingDaysIn(value.unit ?? terms.unit, 5) / workingDaysIn(terms.unit, 5);
    refuseMeanOutside(terms, meanOf(value) * inItsUnit, context);
  });
}

function countWithin(terms: Range) {
  return countDistribution.superRefine((value, context) => refuseMeanOutside(terms, meanOf(value), context));
}

function refuseMeanOutside({ least, most }: Range, mean: number, context: z.RefinementCtx): void {
  if (!(mean >= least && mean <= most)) context.addIssue({ code: 'custom', params: { mean } });
}

function described<Schema extends z.ZodType>(
  schema: Schema,
  unit: string,
  allowed: string,
  { description }: Wording,
  form: Form,
) {
  PARAMETERS.add(schema, { unit, allowed, description, source: null, confidence: null, form });
  return schema;
}

function withDefault<Schema extends z.ZodType>(
  schema: Schema,
  unit: string,
  allowed: string,
  terms: Default<z.output<Schema>>,
  form: Form,
): z.ZodDefault<Schema> {
  const { description, source, confidence } = terms;
  const filled = z._default(schema, terms.default as z.core.util.NoUndefined<z.output<Schema>>);
  PARAMETERS.add(filled, { unit, allowed, description, source, confidence, form });
  return filled;
}

function bounded(
  kind: 'number' | 'time' | 'count' | 'numbers',
  { least, most, whole = false }: Range,
  words: readonly string[] = [],
): Form {
  return { kind, least, most, whole, words };
}

function numberInWords({ least, most, whole }: Range): string {
  return `a ${whole ? 'whole ' : ''}number from ${least} to ${most}`;
}

function textInWords(most: number): string {
  return `text of 1 to ${most} characters`;
}

function distributionInWords({ unit, least, most }: Range): string {
  return `a distribution with a mean from ${least} to ${most} ${unit}`;
}

function inQuotes(words: readonly string[]): string {
  return words.map((word) => `"${word}"`).join(', ');
}
