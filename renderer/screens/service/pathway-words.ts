/** What the picture writes on each part: few words, since there is little room; whole sentences for those who point or listen. */
import { counted, inWeeks, number, percent, plain, weeks, workingDays } from '../../../reports/wording.ts';
import type { PathwayFigure, ServiceFigures, TeamFigure } from './pathway-figures.ts';
import type { Placed } from './placed-part.ts';

export interface PartWords {
  readonly title: string;
  readonly lines: readonly string[];
  /** The same in full. */
  readonly said: string;
  /** Share of what is there that is used, for a bar; `null` without one. */
  readonly filled: number | null;
}

export function wordsOf({ kind, name }: Placed, figures: ServiceFigures): PartWords {
  const words = (title: string, lines: readonly string[], said: string, filled: number | null = null) => ({
    title,
    lines,
    said,
    filled,
  });
  switch (kind) {
    case 'source': {
      const perWeek = figures.sources.find((source) => source.name === name)?.perWeek ?? 0;
      return words(name, [shortly(perWeek)], `Referrals from ${name}: ${aWeek(perWeek)}`);
    }
    case 'advice line':
      return words(
        name,
        [`${number(figures.calls, 1)} calls`],
        `Advice line: ${plain(figures.calls)} calls a week`,
      );
    case 'front door': {
      const accepted = percent(figures.accepted);
      const lines = [shortly(figures.decisions), `${accepted} accepted`];
      return words(
        name,
        lines,
        `Front door: ${plain(figures.decisions)} decisions a week, ${accepted} accepted`,
      );
    }
    case 'duty':
      return words(name, [dutyWords(figures.duty)], `Duty visits: ${dutyWords(figures.duty)}`);
    case 'list':
    case 'work': {
      const pathway = figures.pathways.find((candidate) => candidate.name === name)!;
      return kind === 'list' ? listWords(pathway, figures) : workWords(pathway);
    }
    case 'leaving':
      return words(
        name,
        [shortly(figures.leaving)],
        `Families who give up waiting or escalate to social care: ${aWeek(figures.leaving)}`,
      );
    case 'team':
      return teamWords(figures.teams.find((team) => team.name === name)!);
    case 'closing': {
      const met = `${percent(figures.needsMet)} needs met`;
      return words(name, [shortly(figures.closed), met], `Cases closed: ${aWeek(figures.closed)}, ${met}`);
    }
    case 'back':
      return words(
        name,
        [shortly(figures.back)],
        `Families who come back: ${aWeek(figures.back)}, to the ${figures.backTo}`,
      );
    case 'more':
      return words(name, [], `Show all: ${name}`);
  }
}

const aWeek = (value: number) => `${number(value, 1)} a week`;
/** There is little room. */
const shortly = (value: number) => `${number(value, 1)}/week`;

const dutyWords = (workers: ServiceFigures['duty']) =>
  typeof workers === 'number' ? counted(workers, 'worker') : 'no limit';

function listWords({ name, waiting, waitDays }: PathwayFigure, { by }: ServiceFigures): PartWords {
  const families =
    waiting === null ? 'waiting list' : `${number(waiting, 0)} ${waitDays === null ? 'waiting' : 'wait'}`;
  // In weeks, which is shorter and leaves open no question of which days.
  const wait = waitDays === null ? '' : ` ${inWeeks(waitDays)}`;
  const when = by === 'simulation' ? 'on average' : 'on the first day';
  const said =
    waiting === null
      ? `Waiting list for ${name}`
      : `Waiting list for ${name}: ${counted(Math.round(waiting), 'family', 'families')} ${when}${waitDays === null ? '' : `, ${workingDays(waitDays)} to allocation`}`;
  return { title: name, lines: [`${families}${wait}`], said, filled: null };
}

function workWords({ name, pathway, lengthWeeks, begun }: PathwayFigure): PartWords {
  const { offer, group } = pathway;
  const length = Number.isFinite(lengthWeeks) ? weeks(Math.round(lengthWeeks * 10) / 10) : '';
  const kind =
    offer === 'group' && group
      ? `course of ${group.places}`
      : offer === 'partner-held'
        ? 'held by partners'
        : `a visit every ${weeks(pathway.visitEveryWeeks)}`;
  const starts = `${aWeek(begun)} start`;
  return {
    title: offer === 'one to one' ? `${length} each` : `${kind}, ${length}`,
    lines: [`${shortly(begun)} start`],
    said: `Work of ${name}: ${[length, kind].filter(Boolean).join(', ')}; ${starts}`,
    filled: null,
  };
}

function teamWords({ name, fte, places, used }: TeamFigure): PartWords {
  const there = number(places, 0);
  const taken = used === null ? `${there} places` : `${number(used, 0)} of ${there} places`;
  return {
    title: name,
    lines: [taken],
    said: `Team ${name}: ${plain(fte)} full-time ${plain(fte) === '1' ? 'equivalent' : 'equivalents'}, ${taken}${used === null ? '' : ' used on average'}`,
    filled: used === null || places === 0 ? null : Math.min(1, used / places),
  };
}
