/** What families need, how they wait, and where the front door sends them. */
import * as z from 'zod';
import { durationOr, quantityWithDefault, share, shareWithDefault } from '../parameter.ts';
import { recordUpTo } from '../records.ts';

export const need = z.strictObject({
  priority: quantityWithDefault({
    unit: 'priority',
    least: 1,
    most: 9,
    whole: true,
    default: 2,
    description: 'Priority on the waiting list; 1 is the most urgent.',
    source: 'Convention: 2 is ordinary, which leaves 1 for urgent families',
    confidence: 'assumption',
  }),
  patience: durationOr('unlimited', {
    unit: 'weeks',
    least: 0.2,
    most: 2_000,
    default: { distribution: 'exponential', mean: 1 / 0.015 },
    description:
      'Time on the list after which a family gives up waiting. "unlimited": it waits as long as it takes.',
    source:
      'Assumption: 1.5% of waiting families withdraw in a week (range 0.5% to 3%), that is 8.6% in 6 weeks; no source gives a rate',
    confidence: 'assumption',
  }),
  escalationPerWeek: quantityWithDefault({
    unit: 'chance a week',
    least: 0,
    most: 0.5,
    default: 0.005,
    description:
      'Hazard for each week on the list that the family’s needs grow until social care takes it on.',
    source:
      'Assumption: 0.5% a week (range 0.2% to 1.5%). That it happens is in the Brighton & Hove Early Help Review 2020-22; no source gives a rate',
    confidence: 'assumption',
  }),
  declinesBefore: shareWithDefault({
    default: 0,
    description:
      'Share of families sent to a pathway that do not consent before they join its list. Leave it at 0 where the route shares are families opened of referrals, because those who declined are then in "advice" already.',
    source:
      'Convention: the share opened of referrals (Warwickshire, One year on, November 2020) already contains refusals of consent, which must not be counted twice',
    confidence: 'assumption',
  }),
  declinesOffer: shareWithDefault({
    default: 0,
    description:
      'Share of families that decline the place when it is offered. Leave it at 0 where the route shares already contain refusals.',
    source:
      'Convention, so that refusals are not counted twice. No usable rate was found (Warwickshire says “high” and gives none); 8%, range 3% to 20%, is an assumption to try',
    confidence: 'assumption',
  }),
  routes: z.strictObject({
    advice: shareWithDefault({
      default: 0.24,
      description:
        'Share that the front door answers with advice, returns, or that decline: they go no further. Routes sum to 1.',
      source:
        'What is left of the 26% of referrals not opened in Warwickshire (500 families from 672 direct referrals, One year on, November 2020) after 2% to social care',
      confidence: 'derived',
    }),
    socialCare: shareWithDefault({
      default: 0.02,
      description: 'Share that the front door passes to children’s social care.',
      source: 'Warwickshire advice line: 2% escalated to the safeguarding hub (One year on, November 2020)',
      confidence: 'stated',
    }),
    pathways: recordUpTo(20, share({ description: 'Share that joins the waiting list of this pathway.' })),
  }),
});
