/** How the run opens. */
import * as z from 'zod';
import { choice, dates, numbers, quantity, quantityWithDefault } from '../parameter.ts';
import { recordUpTo } from '../records.ts';
import { planSaid } from './pathway.ts';

const NO_SOURCE = 'Assumption: no source was found';

const families = (description: string) =>
  quantity({ unit: 'families', least: 0, most: 20_000, whole: true, description });

const waiting = z.union([
  z.strictObject({
    families: families('Families on the list on the first day.'),
    waitedUpToWeeks: quantityWithDefault({
      unit: 'weeks',
      least: 0,
      most: 260,
      default: 0,
      description: 'Longest of their waits so far; the others are spread evenly up to it.',
      source: NO_SOURCE,
      confidence: 'assumption',
    }),
  }),
  z.strictObject({
    joined: dates({
      items: 20_000,
      description: 'Day on which each of the families waiting joined the list.',
    }),
  }),
]);

/** Where it is not what the pathway offers from now on: a change of offer then leaves the cases already open as they were planned. */
const planned = {
  plan: planSaid({
    by: 'Whether the plans of cases open or closed before the first day are said as a length of time or as a number of sessions.',
    length: 'Elapsed time from allocation to closure that those cases were planned to have.',
    sessions: 'Sessions attended that those cases were planned to have; at least one.',
  }).optional(),
};

const open = z.union([
  z.strictObject({
    ...planned,
    families: families(
      'Cases open on the first day. Their sessions so far are drawn as for a service that has long been running.',
    ),
  }),
  z.strictObject({
    ...planned,
    sessionsHad: numbers({
      unit: 'sessions',
      least: 0,
      most: 1_000,
      whole: true,
      items: [0, 20_000],
      description: 'Sessions that each of the cases open has had.',
    }),
  }),
]);

export const opening = z.strictObject({
  from: choice(['warm-up', 'snapshot'], {
    default: 'warm-up',
    description:
      'Whether the run opens with a service that has filled up in a warm-up, or with the families of today.',
    source: 'Convention: needs nothing but the parameters',
    confidence: 'assumption',
  }),
  waiting: recordUpTo(20, waiting).prefault({}),
  open: recordUpTo(20, open).prefault({}),
});
