/**
 * A scenario from six figures that every service manager knows. All else is as in the reference service and the defaults, and each
 * value says which of the two it is.
 */
import type { ScenarioContent } from '../../../host/contract.ts';
import type { Problem } from '../../../scenarios/problem.ts';
import { isGroup } from '../../../scenarios/shape.ts';
import { WEEKS_PER_YEAR } from '../../../scenarios/time-units.ts';
import { defaultAt } from '../../stores/parameter-at.ts';
import { valueAt } from '../../stores/scenario-content.ts';
import { baseValuesOf, contentFrom, readContent } from '../../stores/scenario-reading.ts';

export interface OwnFigures {
  readonly referralsPerYear: number;
  /** 0 to 1. */
  readonly shareAccepted: number;
  /** Full-time equivalents. */
  readonly workers: number;
  /** Families to a full-timer. */
  readonly cap: number;
  /** From allocation to closure. */
  readonly lengthWeeks: number;
  /** Families on the list today. */
  readonly waiting: number;
}

export type FigureName = keyof OwnFigures;

const BASE = 'reference';
const NEED = 'targeted help';
const PATHWAY = 'family support';
const OWN = { source: 'Your own figure', confidence: 'stated' } as const;

/** The parameter that each figure sets. */
export const FIGURE_PATHS: Readonly<Record<FigureName, string>> = {
  referralsPerYear: 'demand.referralsPerYear',
  shareAccepted: `needs.${NEED}.routes.pathways.${PATHWAY}`,
  workers: 'teams.main.posts.worker.fte',
  cap: 'teams.main.posts.worker.capPerFte',
  lengthWeeks: `pathways.${PATHWAY}.plan.length`,
  waiting: `opening.waiting.${PATHWAY}.families`,
};

const TO_SOCIAL_CARE = Number(defaultAt(`needs.${NEED}.routes.socialCare`));
/** Of the posts, the share taken to be filled. */
export const IN_POST = Number(defaultAt('teams.main.posts.worker.effectiveFill'));
const SPREAD_OF_LENGTH = Number(valueAt(defaultAt(FIGURE_PATHS.lengthWeeks), ['cv']));

/** @param today ISO date; the scenario starts on the Monday that follows, or today where that is one */
export function contentFromFigures(figures: OwnFigures, name: string, today: string): ScenarioContent {
  const { referralsPerYear, shareAccepted, workers, cap, lengthWeeks, waiting } = figures;
  const socialCare = tidy(Math.min(TO_SOCIAL_CARE, Math.max(0, 1 - shareAccepted)));
  const advice = tidy(Math.max(0, 1 - shareAccepted - socialCare));
  const left = { source: 'What your share accepted leaves over', confidence: 'derived' } as const;
  return {
    ...contentFrom(BASE, name),
    period: {
      start: { value: mondayFrom(today), source: 'The first Monday from today on', confidence: 'assumption' },
    },
    demand: { referralsPerYear: { value: referralsPerYear, ...OWN }, sources: sourceShares() },
    needs: {
      [NEED]: {
        routes: {
          advice: { value: advice, ...left },
          socialCare: { value: socialCare, ...left },
          pathways: { [PATHWAY]: { value: shareAccepted, ...OWN } },
        },
      },
    },
    pathways: {
      [PATHWAY]: {
        plan: {
          by: 'length',
          length: {
            value: { distribution: 'gamma', mean: lengthWeeks, cv: SPREAD_OF_LENGTH, unit: 'weeks' },
            note: 'The average is yours, the spread the usual one',
            ...OWN,
          },
        },
      },
    },
    teams: {
      main: { posts: { worker: { fte: { value: workers, ...OWN }, capPerFte: { value: cap, ...OWN } } } },
    },
    opening: openingWith(figures, waiting),
  };
}

/** Problems of the scenario, each with the figure it is about; `null` for one that is about none of them. */
export function figureProblems(content: ScenarioContent): { figure: FigureName | null; problem: Problem }[] {
  const names = Object.keys(FIGURE_PATHS) as FigureName[];
  return readContent(content).problems.map((problem) => {
    const isAbout = (path: string) => problem.path === path || problem.path.startsWith(`${path}.`);
    return { figure: names.find((name) => isAbout(FIGURE_PATHS[name])) ?? null, problem };
  });
}

/** The referrals are shared out among who refers as in the reference service. */
function sourceShares(): Record<string, unknown> {
  const sources = valueAt(baseValuesOf(contentFrom(BASE, BASE)), ['demand', 'sources']);
  if (!isGroup(sources)) throw new Error('The reference service has no sources of referrals.');
  const volumes = Object.entries(sources).map(
    ([name, source]) => [name, Number(valueAt(source, ['referrals']))] as const,
  );
  const total = volumes.reduce((sum, [, volume]) => sum + volume, 0);
  return Object.fromEntries(
    volumes.map(([name, volume]) => [
      name,
      {
        referrals: null,
        share: {
          value: tidy(volume / total),
          source: 'As in the reference service',
          confidence: 'assumption',
        },
      },
    ]),
  );
}

/**
 * The service as it is today. With families waiting every place is taken; with none, the places that the inflow fills, by Little's law
 * (1961): those accepted in a week times the weeks each stays. The longest wait is, by the same law, the list divided by the starts in
 * a week, as it would be first come first served.
 */
function openingWith(figures: OwnFigures, waiting: number): Record<string, unknown> {
  const { referralsPerYear, shareAccepted, workers, cap, lengthWeeks } = figures;
  const places = workers * IN_POST * cap;
  const filled = ((referralsPerYear * shareAccepted) / WEEKS_PER_YEAR) * lengthWeeks;
  const open = Math.round(waiting > 0 ? places : Math.min(places, filled));
  const longest = open > 0 ? tidy((waiting * lengthWeeks) / open) : 0;
  const workedOut = { source: 'Worked out from your figures', confidence: 'derived' } as const;
  return {
    from: { value: 'snapshot', note: 'From the families of today', ...OWN },
    waiting: {
      [PATHWAY]: {
        families: { value: waiting, ...OWN },
        waitedUpToWeeks: {
          value: longest,
          note: 'Families waiting divided by the families begun with in a week',
          ...workedOut,
        },
      },
    },
    open: {
      [PATHWAY]: {
        families: {
          value: open,
          note:
            waiting > 0
              ? 'Families wait, so every place is taken'
              : 'What the referrals fill, at most every place',
          ...workedOut,
        },
      },
    },
  };
}

/** Days of the calendar, without hours. */
function mondayFrom(today: string): string {
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + ((8 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
}

const tidy = (value: number) => Number(value.toPrecision(9));
