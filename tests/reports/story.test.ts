/** A story told from made-up figures, worked out by hand. */
import { describe, expect, it } from 'vitest';
import type { Experiment } from '../../reports/experiment.ts';
import { storySection } from '../../reports/stories-document.ts';
import { type ComparisonStory, tellStory } from '../../reports/story.ts';
import { differencesInWords, unmetInWords } from '../../reports/story-words.ts';
import type { MeasureKey } from '../../sim/measures/measures.ts';
import { estimate, experiment, TODAY, TWO_MORE } from './fixture-experiment.ts';

/** The base has 100 waiting and 20% who come back; the other 60 and 18%. */
const BASE = { ...TODAY, headline: { waiting_end: estimate(100), rereferral_share: estimate(0.2) } };
const OTHER = { ...TWO_MORE, headline: { waiting_end: estimate(60), rereferral_share: estimate(0.18) } };

/** Differences with this standard error; the interval is about two of them each way. */
function withDifferences(differences: Partial<Record<MeasureKey, [mean: number, se: number]>>): Experiment {
  const made = experiment([BASE, OTHER]);
  const [difference] = made.differences;
  const headline = { ...difference!.headline };
  for (const [key, [mean, se]] of Object.entries(differences))
    headline[key as MeasureKey] = estimate(mean, se);
  return { ...made, differences: [{ ...difference!, headline }] };
}

const expects = (
  measure: MeasureKey,
  direction: 'falls' | 'rises' | 'no clear difference',
  sourceSays: ComparisonStory['expects'][number]['sourceSays'],
) => ({ measure, scenario: 1, direction, sourceSays, because: 'So it is.' });

const story = (parts: Partial<ComparisonStory>): ComparisonStory => ({
  lever: 'More workers',
  happened: { text: 'The list fell | they say.', source: 'A report' },
  expects: [expects('waiting_end', 'falls', 'falls')],
  limits: 'Known.',
  ...parts,
});

describe('what the model says', () => {
  it.each([
    [[-40, 2], 'falls', true],
    [[40, 2], 'rises', false],
    // The interval from −43 to 3 holds zero.
    [[-20, 12], 'no clear difference', false],
    // Clear of chance, but less than half a family.
    [[-0.4, 0.01], 'no clear difference', false],
    // Without an interval nothing is clear.
    [[-40, Number.NaN], 'no clear difference', false],
  ] as const)('of a difference of %j is that it %s', ([mean, se], modelSays, met) => {
    const told = tellStory(story({}), withDifferences({ waiting_end: [mean, se] }));
    expect(told.expectations[0]).toMatchObject({ scenario: 'Two more workers', modelSays, met });
  });

  it('agrees with the source, differs from it, or stands alone', () => {
    const parts = story({
      expects: [
        expects('waiting_end', 'falls', 'falls'),
        expects('waiting_end', 'falls', 'rises'),
        expects('waiting_end', 'falls', 'nothing'),
      ],
    });
    const told = tellStory(parts, withDifferences({ waiting_end: [-40, 2] }));
    expect(told.expectations.map(({ agreement }) => agreement)).toEqual(['agree', 'differ', 'not said']);
  });

  it('cannot be told of a scenario that was not run', () => {
    const parts = story({ expects: [{ ...expects('waiting_end', 'falls', 'falls'), scenario: 2 }] });
    expect(() => tellStory(parts, withDifferences({}))).toThrow('scenario 2');
  });
});

describe('how source and model differ, in words', () => {
  const parts = story({
    expects: [
      expects('waiting_end', 'falls', 'falls'),
      expects('rereferral_share', 'no clear difference', 'falls'),
      expects('referrals', 'no clear difference', 'nothing'),
    ],
    figures: [
      { measure: 'waiting_end', scenario: 0, value: 80, source: 'A report', note: 'on a day' },
      { measure: 'rereferral_share', scenario: 1, value: 0.15, source: 'A report' },
      { measure: 'waiting_end', scenario: 1, value: 0, source: 'A report' },
    ],
  });
  const run = withDifferences({ waiting_end: [-40, 2], rereferral_share: [-0.01, 0.02], referrals: [0, 0] });
  const lines = differencesInWords(tellStory(parts, run));

  it('says in what they agree and differ, and where the source is silent', () => {
    expect(lines[0]).toBe(
      'Source and model agree: in “Two more workers”, Families waiting at the end (falls).',
    );
    expect(lines[1]).toContain('Source and model differ on Came back, of cases closed, “Two more workers”');
    expect(lines[1]).toContain('the source says it falls; the model says no clear difference, −1.0');
    expect(lines[1]).toMatch(/percentage points\. So it is\.$/);
    expect(lines.at(-1)).toContain(
      'The source does not say, the model does: in “Two more workers”, Referrals',
    );
  });

  it('says how far the model is from what is published', () => {
    expect(lines[2]).toContain('80 published (on a day), 100 ');
    expect(lines[2]).toMatch(/simulated, 25% more\.$/);
    expect(lines[3]).toMatch(/15% published, 18% .* simulated, 3 percentage points more\.$/);
    // Nothing can be a share of nothing.
    expect(lines[4]).toMatch(/0 published, 60\.0 .* simulated\.$/);
  });

  it('says what the story claims and the model does not', () => {
    expect(unmetInWords(tellStory(parts, run))).toEqual([]);
    const wrong = withDifferences({
      waiting_end: [40, 2],
      rereferral_share: [-0.01, 0.02],
      referrals: [0, 0],
    });
    expect(unmetInWords(tellStory(parts, wrong))).toEqual([
      'Families waiting at the end, “Two more workers”: the story expects “falls”, the model says “rises”.',
    ]);
  });

  it('stand in the document beside the words of the source, which stay text', () => {
    const section = storySection({ id: 'more', name: 'A*', description: '', story: parts, experiment: run });
    expect(section).toContain('## <a id="more"></a>A\\*');
    expect(section).toContain('The list fell \\| they say. (A report)');
    for (const line of lines) expect(section).toContain(`- ${line}`);
    expect(section).toContain('| Families waiting at the end | Two more workers | 100 | 60.0 |');
  });
});
