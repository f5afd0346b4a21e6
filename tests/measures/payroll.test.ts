import { expect, it } from 'vitest';
import { check } from '../../scenarios/check.ts';
import { compile } from '../../scenarios/compile.ts';
import { Payroll } from '../../sim/measures/payroll.ts';
import { smallWith } from '../scenarios/sample-scenario.ts';

it('pays a part-timer who goes full time in proportion, from that day on', () => {
  const worker = (fte: number) => ({ teams: { main: { posts: { worker: { fte } } } } });
  // Wednesday 6 May 2026 is 25 working days after 1 April where no bank holiday is kept.
  const changes = { up: { from: '2026-05-06', ...worker(2) } };
  const content = smallWith({ period: { nation: 'none' }, ...worker(1.5), changes });
  const { plan } = compile(check(content), { warmUpWeeks: 0, weeks: 26 });
  const payroll = new Payroll(plan, { ...plan.costs!, workerDay: [100, 50] });
  payroll.begin();
  payroll.set(0, 0, true);
  payroll.set(0, 1, true);
  expect(payroll.weekEnded(25)).toEqual([25 * 150]);
  payroll.changed(25, 1);
  expect(payroll.weekEnded(50)).toEqual([25 * 200]);
  expect([...payroll.ofPosts()]).toEqual([25 * 150 + 25 * 200]);
});
