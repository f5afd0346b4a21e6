import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../scenarios/check.ts';
import { workforce } from '../../scenarios/workforce.ts';
import { smallWith } from './sample-scenario.ts';

const people = (post: object, changes: object = {}) =>
  workforce(check(smallWith({ teams: { main: { posts: { worker: post } } }, ...changes })));
const shares = (post: object) => people(post).map(({ fte }) => fte);

describe('individuals of a post', () => {
  it('are full-timers and one part-timer', () => {
    expect(shares({ fte: 3.6 })).toEqual([1, 1, 1, 0.6]);
  });

  it('count only what is in post', () => {
    expect(shares({ fte: 5, effectiveFill: 0.9 })).toEqual([1, 1, 1, 1, 0.5]);
  });

  it('are never much less than half time: two share what one and a bit would be', () => {
    expect(shares({ fte: 3.2 })).toEqual([1, 1, 0.6, 0.6]);
    expect(shares({ fte: 0.4 })).toEqual([0.4]);
  });

  it('share equally where their number is known', () => {
    expect(shares({ fte: 3, workers: 4 })).toEqual([0.75, 0.75, 0.75, 0.75]);
  });

  it('hold whole cases, the total kept: ten at 7.6 are six of 8 and four of 7', () => {
    const caps = people({ fte: 10, capPerFte: 7.6 }).map(({ cap }) => cap);
    expect(caps.toSorted()).toEqual([7, 7, 7, 7, 8, 8, 8, 8, 8, 8]);
  });

  it('hold half cases where a pathway counts half', () => {
    const caps = people({ fte: 2, capPerFte: 7.75 }, { pathways: { 'family support': { caseWeight: 0.5 } } });
    expect(caps.map(({ cap }) => cap)).toEqual([8, 7.5]);
  });

  it('keep total time and total cap, each within a case of the fair share', () => {
    const post = fc.record({
      fte: fc.double({ min: 0.5, max: 60, noNaN: true }),
      effectiveFill: fc.double({ min: 0.9, max: 1, noNaN: true }),
      capPerFte: fc.double({ min: 5, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(post, (terms) => {
        const found = people(terms);
        const inPost = terms.fte * terms.effectiveFill;
        expect(found.reduce((total, { fte }) => total + fte, 0)).toBeCloseTo(inPost, 6);
        const cap = found.reduce((total, worker) => total + worker.cap, 0);
        expect(Math.abs(cap - inPost * terms.capPerFte)).toBeLessThanOrEqual(0.5 + 1e-6);
        for (const worker of found)
          expect(Math.abs(worker.cap - worker.fte * terms.capPerFte)).toBeLessThan(1 + 1e-6);
      }),
      { seed: 76, numRuns: 200 },
    );
  });
});
