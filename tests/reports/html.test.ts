import { expect, test } from 'vitest';
import type { Experiment } from '../../reports/experiment.ts';
import { charts } from '../../reports/html/figures.ts';
import { htmlPage } from '../../reports/html.ts';
import { experiment, NO_FIGURE, TODAY, TWO_MORE } from './fixture-experiment.ts';

const page = (made: Experiment, plotly = '') => htmlPage(made, { plotly });
const HOSTILE = `</script><script>alert("x")</script><img src=x onerror='alert(1)'>`;

test('a name that is markup is shown as text, in the page and in the data of the charts', () => {
  const text = page(experiment([{ ...TODAY, name: HOSTILE }, TWO_MORE]));
  expect(text).toContain('&lt;/script&gt;&lt;script&gt;alert(&quot;x&quot;)');
  expect(text).not.toContain('<img');
  expect(text.match(/<script/g)).toHaveLength(4);
  expect(text.match(/<\/script/g)).toHaveLength(4);
});

test('a bundle that holds the end of a script stays one script, and the same strings', () => {
  const bundle = 'globalThis.ends = ["</script>", "<!--", "<SCRIPT>"];';
  const text = page(experiment([TODAY]), bundle);
  const inside = text.match(/<script>(globalThis\.ends.*?)<\/script>/s)![1]!;
  const scope: { ends?: string[] } = {};
  new Function('globalThis', inside)(scope);
  expect(scope.ends).toEqual(['</script>', '<!--', '<SCRIPT>']);
});

test('the page names nothing outside itself', () => {
  const text = page(experiment([TODAY, TWO_MORE]));
  expect(text.match(/https?:.{0,40}/g)).toBeNull();
  expect(text.includes('http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;')).toBe(
    true,
  );
});

test('a value without meaning is "no figure", never NaN', () => {
  const text = page(experiment([{ ...TODAY, headline: { wait_mean: NO_FIGURE, within_target: NO_FIGURE } }]));
  expect(text).toContain('no figure');
  expect(text).not.toMatch(/NaN|undefined|\[object/);
});

test('every input stands with its source, and what differs from the base is marked', () => {
  const text = page(experiment([TODAY, TWO_MORE]));
  expect(text).toContain('SESLIP South East Early Help network, minutes and benchmark slides, 8 June 2023');
  expect(text).toContain('<mark>20 FTE</mark> <span class="unit">base: 18 FTE</span>');
  expect(text.match(/<mark>/g)).toHaveLength(1);
});

test('the fans of a comparison have one axis, and the middle of each is its median', () => {
  const made = experiment([TODAY, TWO_MORE]);
  const fans = Object.entries(charts(made)).filter(([id]) => id.startsWith('chart-waiting'));
  const read = fans.map(
    ([, { families }]) =>
      families!.light as { data: { name?: string; y: number[] }[]; layout: { yaxis: object } },
  );
  expect(read).toHaveLength(2);
  expect(read[0]!.layout.yaxis).toEqual(read[1]!.layout.yaxis);
  const medians = read.map(({ data }) => data.find(({ name }) => name === 'Median of runs')!.y);
  expect(medians).toEqual(made.scenarios.map(({ summary }) => summary.groups[0]!.weekly.waiting_mean.p50));
});
