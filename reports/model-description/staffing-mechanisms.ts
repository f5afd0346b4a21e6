/** How posts are filled, how the run opens, and what is costed. */
import type { Post, Scenario } from '../../scenarios/schema.ts';
import { asText } from '../markdown.ts';
import { counted, date, inputValue, listed, percent, quoted } from '../wording.ts';
import { drawn, type Mechanism, ofEach } from './mechanism.ts';

export const STAFFING_MECHANISMS: readonly Mechanism[] = [
  {
    name: 'Averaged staffing',
    works:
      'Full-time equivalents are multiplied by the effective fill of the post (less vacancies, long absence and induction), and hours by the share of days at work; neither varies by chance.',
    terms: ofEachPost(({ staffing, effectiveFill, absenceShare }) =>
      staffing === 'averaged'
        ? `fill ${percent(effectiveFill)}, away ${percent(absenceShare)} of days`
        : null,
    ),
    without: 'no post is staffed by an average.',
  },
  {
    name: 'Staffing by chance',
    works:
      'Each place in the establishment is held by one person at a time, who may leave at a constant hazard; it then stays vacant for a time drawn. Cases of a leaver go back to the head of the list with the sessions still owed. A new holder has no cases at first and then half the cap. Sickness comes in spells, in which there is no allocation and no session; leave and training are spread evenly.',
    terms: ofEachPost((post) => (post.staffing === 'by chance' ? chanceTerms(post) : null)),
    without: 'nobody leaves, is replaced or falls ill by chance.',
  },
  {
    name: 'Promotion',
    works:
      'A share of vacancies is filled at once by a worker of another post of the team, where a vacancy opens.',
    terms: ofEachPost(({ staffing, promotedFrom, promotedShare }) =>
      staffing === 'by chance' && promotedFrom !== undefined && promotedShare > 0
        ? `${percent(promotedShare)} from ${asText(quoted(promotedFrom))}`
        : null,
    ),
    without: 'vacancies are filled from outside.',
  },
  {
    name: 'Posts that begin or end',
    works:
      'A post is there from its first day, and its workers’ places are offered at once; on the first day without it its open families go back to the head of the list.',
    terms: ofEachPost(({ from, until }) => {
      const said = [from && `from ${date(from)}`, until && `until ${date(until)}`].filter(Boolean);
      return said.length === 0 ? null : said.join(' ');
    }),
    without: 'every post is there throughout.',
  },
  {
    name: 'Posts that serve some pathways',
    works: 'The workers of a post take families of some of the team’s pathways only.',
    terms: ofEachPost(({ serves }) =>
      serves === undefined ? null : listed(serves.map((name) => asText(quoted(name)))),
    ),
    without: 'every worker takes families of all the pathways the team serves.',
  },
  {
    name: 'Workers who move',
    works:
      'The workers of a post come from another post on the day that post loses them, and keep their cases.',
    terms: ofEachPost(({ movedFrom }) =>
      movedFrom === undefined
        ? null
        : `from post ${asText(quoted(movedFrom.post))} of team ${asText(quoted(movedFrom.team))}`,
    ),
    without: 'no workers move from one post to another.',
  },
];

export const RUN_MECHANISMS: readonly Mechanism[] = [
  {
    name: 'Snapshot of today',
    works:
      'The run opens with the families now waiting and the cases now open, with referrals still in hand at the front door and families closed before the start who will yet come back.',
    terms: ({ opening }) =>
      opening.from === 'snapshot'
        ? `waiting: ${ofEach(opening.waiting, openingCount) ?? 'nobody'}; open: ${ofEach(opening.open, openingCount) ?? 'none'}`
        : null,
    without: 'the run does not open from today’s families.',
  },
  {
    name: 'Warm-up',
    works: 'The run opens with nobody and fills up before the time reported begins.',
    terms: ({ opening, period: { warmUpWeeks } }) => {
      if (opening.from === 'snapshot') return null;
      return warmUpWeeks === 'auto' ? 'its length is found from a pilot' : counted(warmUpWeeks, 'week');
    },
    without: 'there is none.',
  },
  {
    name: 'Costs',
    works:
      'Staff, travel, hiring, front-door hours and families that escalate are priced. Costs change no flow.',
    terms: ({ costs }) => (costs.counted === 'yes' ? `prices of ${asText(costs.priceYear)}` : null),
    without: 'nothing is priced.',
  },
];

/** Posts under the names that a reader knows them by: team and post. */
function ofEachPost(say: (post: Post) => string | null): Mechanism['terms'] {
  return ({ teams }: Scenario) =>
    ofEach(
      Object.fromEntries(
        Object.entries(teams).flatMap(([team, { posts }]) =>
          Object.entries(posts).map(([post, terms]) => [`${team}, ${post}`, terms]),
        ),
      ),
      say,
    );
}

const chanceTerms = (post: Post): string =>
  `${post.turnoverPerYear} leavers a year for each post, vacancies of ${drawn(post.timeToFill, 'weeks')}, ${counted(post.inductionNoCasesWeeks, 'week')} without cases and ${post.inductionHalfCapWeeks} at half the cap, ${post.sicknessDaysPerYear} days of sickness a year in spells of mean ${post.sicknessSpellDays}, ${post.leaveDays} days of leave and ${post.trainingDays} of training, ${inputValue(post.vacantAtStart)} vacant at the start`;

type Opened = Scenario['opening']['waiting'][string] | Scenario['opening']['open'][string];

function openingCount(opened: Opened): string {
  if ('joined' in opened) return counted(opened.joined.length, 'family', 'families');
  if ('sessionsHad' in opened) return counted(opened.sessionsHad.length, 'family', 'families');
  return counted(opened.families, 'family', 'families');
}
