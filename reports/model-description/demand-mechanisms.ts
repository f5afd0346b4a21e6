/** What shapes the stream of referrals. */
import type { Source } from '../../scenarios/schema.ts';
import { asText } from '../markdown.ts';
import { listed, number, percent, quoted } from '../wording.ts';
import { type Mechanism, ofEach } from './mechanism.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Season, growth and bunching are those of referrals drawn; counts that are replayed have their own. */
const isDrawn = ({ weekly, weeklyCsv }: Source) => weekly === undefined && weeklyCsv === undefined;

export const DEMAND_MECHANISMS: readonly Mechanism[] = [
  {
    name: 'Season by month',
    works:
      'The rate of a working day is multiplied by the factor of its month; factors are scaled by the working days of each month, so that an average year keeps its volume.',
    terms: ({ demand }) =>
      ofEach(demand.sources, (source) =>
        isDrawn(source) && source.monthProfile
          ? source.monthProfile.map((factor, month) => `${MONTHS[month]} ${factor}`).join(', ')
          : null,
      ),
    without: 'every month is alike.',
  },
  {
    name: 'School holidays',
    works:
      'On working days in school holidays the rate is multiplied by a factor, scaled so that a calendar year keeps its volume.',
    terms: ({ demand }) =>
      ofEach(demand.sources, (source) =>
        isDrawn(source) && source.holidayFactor !== 1
          ? `a day in the holidays is ${source.holidayFactor} of one in term`
          : null,
      ),
    without: 'term and holiday are alike.',
  },
  {
    name: 'September rebound',
    works: 'A share of the referrals missing in the summer holiday comes in the six weeks after it.',
    terms: ({ demand }) =>
      ofEach(demand.sources, (source) =>
        isDrawn(source) && source.septemberRebound > 0 ? percent(source.septemberRebound) : null,
      ),
    without: 'what the summer holiday holds back does not come later.',
  },
  {
    name: 'Growth of demand',
    works: 'Rates compound daily from the start date on; before it, in a warm-up, there is no growth.',
    terms: ({ demand }) =>
      ofEach(demand.sources, (source) =>
        isDrawn(source) && source.growthPerYear !== 0 ? `${percent(source.growthPerYear, 1)} a year` : null,
      ),
    without: 'referrals do not grow or fall over the years.',
  },
  {
    name: 'Bunching of referrals',
    works:
      'The rates of a week are multiplied by a gamma-distributed level of mean 1, which makes weekly counts negative binomial with the variance-to-mean ratio asked for.',
    terms: ({ demand }) =>
      ofEach(demand.sources, (source) =>
        isDrawn(source) && source.overdispersion > 1 ? `variance to mean ${source.overdispersion}` : null,
      ),
    without: 'referrers act independently, so that weekly counts are Poisson.',
  },
  {
    name: 'Replay of weekly counts',
    works:
      'Given counts, week by week, take the place of referrals drawn; in a warm-up referrals come at their mean. Within its week each falls at random.',
    terms: ({ demand }) =>
      ofEach(demand.sources, (source) =>
        isDrawn(source) ? null : `${number(source.weekly?.length ?? 0, 0)} weeks of counts`,
      ),
    without: 'all referrals are drawn from rates.',
  },
  {
    name: 'Repeat contacts',
    works: 'A share of referrals is about a family already known: it takes a decision and goes no further.',
    terms: ({ demand }) =>
      ofEach(demand.sources, ({ repeatShare }) => (repeatShare > 0 ? percent(repeatShare) : null)),
    without: 'every referral is about a family not yet known.',
  },
  {
    name: 'Advice line',
    works:
      'Calls come before any referral, as a Poisson stream; each is resolved, sent elsewhere, passed to social care, or becomes a referral to the front door.',
    terms: ({ frontDoor: { adviceLine: line } }) =>
      line.calls === 0
        ? null
        : `${number(line.calls, 1, 0)} calls a ${line.per}, of which ${percent(line.resolved)} are resolved, ${percent(line.elsewhere)} sent elsewhere, ${percent(line.socialCare)} passed to social care and ${percent(line.frontDoor)} become referrals`,
    without: 'no calls are modelled before referral.',
  },
  {
    name: 'Localities',
    works: 'Each family lives in one locality, drawn by its share.',
    terms: ({ localities }) => {
      const shares = Object.entries(localities).map(
        ([name, { share }]) => `${asText(quoted(name))} ${percent(share)}`,
      );
      return shares.length === 0 ? null : listed(shares);
    },
    without: 'the whole area is one locality.',
  },
];
