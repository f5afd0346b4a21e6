import { describe, expect, it } from 'vitest';
import { explained, explainedShortly } from '../../reports/explain.ts';
import { explanation, situation } from './fixture-explanation.ts';

const linesOf = (changes: Parameters<typeof explanation>[0] = {}) =>
  explained(explanation(changes)).flatMap(({ lines }) => lines);

describe('the balance in words', () => {
  it('says what is needed and there, and what alone would do', () => {
    const lines = linesOf();
    expect(lines[0]).toBe('To stay level 312 places are needed; 296 are there, 16 too few.');
    expect(lines).toContain('What binds: places.');
    expect(lines).toContain(
      'Alone, any one of these would bring it level: 1.4 more full-time equivalents of the posts there are; a cap of 12.7 instead of 12; interventions of 24.6 weeks instead of 26; 28 fewer referrals a year.',
    );
    expect(lines.join(' ')).toContain('it tends to about 31 families');
  });

  it('says what cannot do it alone, and why', () => {
    const { alone } = situation();
    const lines = linesOf({
      binds: ['places', 'hours'],
      alone: { ...alone, cap: { now: 12, level: null } },
    });
    expect(lines).toContain('Alone, a higher cap would not do it, because of hours.');
    expect(lines.find((line) => line.startsWith('Alone, any'))).not.toContain('a cap of');
  });

  it('says nothing would do it where nothing would', () => {
    const none = { now: 1, level: null };
    const alone = { fte: none, cap: none, lengthWeeks: none, referralsPerYear: none };
    expect(linesOf({ binds: ['panel'], alone })).toContain(
      'Alone, more staff, a higher cap, shorter interventions and fewer referrals would not do it, because of the allocation panel.',
    );
  });

  it('says how much room a level service has, never more than there is', () => {
    const alone = {
      fte: { now: 15, level: 13.99 },
      cap: { now: 8.3, level: 7.467 },
      lengthWeeks: { now: 26.1, level: 29.29 },
      referralsPerYear: { now: 283, level: 314.58 },
    };
    expect(linesOf({ binds: [], list: null, load: 0.9, alone })).toContain(
      'Alone, it would bear any one of these and still be level: 1 fewer full-time equivalent; a cap of 7.5 instead of 8.3; interventions of 29.2 weeks instead of 26.1; 31 more referrals a year.',
    );
  });

  it('tells hours by what takes them, and what becomes of sessions without', () => {
    const hoursBy = { ...situation().hoursBy, travel: 60, courses: 5 };
    const lines = linesOf({ hoursBy, hours: { needed: 260, there: 240 }, hoursLimit: false });
    expect(lines).toContain(
      'The work takes 260 hours a week (sessions 195, travel 60 and courses 5); 240 are there.',
    );
    expect(lines.join(' ')).toContain(
      'are lost, so short hours make no case longer; about 7.7% of the hours',
    );
  });

  it('tells the front door only where it has a limit', () => {
    expect(linesOf().join(' ')).not.toContain('front door');
    const lines = linesOf({ decisions: { needed: 16, there: 15 }, binds: ['places', 'decisions'] });
    expect(lines).toContain('Decisions at the front door: 16 a week are needed, 15 are possible.');
    expect(lines.join(' ')).toContain(
      'What binds: places and the front door’s decisions. A queue grows before',
    );
  });

  it('has a list without end where nobody leaves it', () => {
    const list = { families: Infinity, weeks: Infinity, over: 0.62, contactHours: 0 };
    expect(linesOf({ list }).join(' ')).toContain('it grows by that for as long as this lasts');
  });

  it('tells each list by itself where no worker serves two', () => {
    const pool = (locality: string, needed: number, roughWaitWeeks: number | null) => ({
      localities: [locality],
      pathways: ['family support'],
      placesNeeded: needed,
      placesThere: 36,
      load: needed / 36,
      roughWaitWeeks,
    });
    const lines = linesOf({
      binds: [],
      list: null,
      pools: [pool('North', 40, null), pool('South', 33, 4.23)],
    });
    expect(lines).toContain('What binds: places for “North”, though there would be enough in all.');
    expect(lines).toContain(
      '“North”: 40 places needed, 36 there (111%), its list grows until families leave it.',
    );
    expect(lines).toContain('“South”: 33 places needed, 36 there (92%), a wait of about 4.2 weeks.');
  });

  it('says of courses and partners what they can take', () => {
    const lines = linesOf({
      offers: [
        { pathway: 'Course', offer: 'group', needed: 1.2, there: 0.8 },
        { pathway: 'School', offer: 'partner-held', needed: 2, there: Infinity },
      ],
    });
    expect(lines.join(' ')).toContain(
      '1.2 families a week join it, and courses take 0.8, so that its list grows.',
    );
    expect(lines.join(' ')).toContain('2 families a week join it, and partners can take on all of them.');
  });

  it('says what counts children, and that need grows', () => {
    const lines = linesOf({ placesCount: 'children', needGrowthPerWeek: 0.01 }).join(' ');
    expect(lines).toContain('312 places, counted in children, are needed');
    expect(lines).toContain('each week of waiting adds 1.0% to the work');
  });
});

describe('in two or three sentences', () => {
  it('has the need, what binds and what would do', () => {
    const [need, alone, ...more] = explainedShortly(explanation());
    expect(need).toBe('By formula: to stay level 312 places are needed (296 there); what binds: places.');
    expect(alone).toContain('1.4 more full-time equivalents');
    expect(more).toEqual([]);
  });

  it('has the start as well where changes follow', () => {
    const start = situation({ when: 'start' });
    const end = situation({
      changes: ['two more'],
      places: { needed: 312, there: 320 },
      binds: [],
      list: null,
    });
    const [first, second] = explainedShortly({ situations: [start, end] });
    expect(first).toBe(
      'At the start, 5 April 2027, by formula: 312 places are needed to stay level and 296 are there.',
    );
    expect(second).toBe('After “two more”: to stay level 312 places are needed (320 there); nothing binds.');
  });
});
