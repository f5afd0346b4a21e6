/** Where time goes: V8's sampling profiler, self time summed by source file. */
import { Session } from 'node:inspector/promises';

const SAMPLE_MICROSECONDS = 250;
/** Parts below this are summed as "the rest". */
const LEAST_SHARE = 0.01;

export interface Part {
  /** Path from the project's root, or what V8 calls it, such as "(garbage collector)". */
  readonly part: string;
  readonly share: number;
}

/** Largest first. Functions inlined into another are counted where they were written. */
export async function profileByFile(work: () => void): Promise<readonly Part[]> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await session.post('Profiler.start');
  work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();

  const root = new URL('..', import.meta.url).href;
  const hits = new Map<string, number>();
  let all = 0;
  for (const { callFrame, hitCount = 0 } of profile.nodes) {
    const part = callFrame.url.startsWith(root) ? callFrame.url.slice(root.length) : callFrame.functionName;
    hits.set(part, (hits.get(part) ?? 0) + hitCount);
    all += hitCount;
  }
  const parts = [...hits].map(([part, count]) => ({ part, share: count / all }));
  const shown = parts.filter(({ share }) => share >= LEAST_SHARE).sort((a, b) => b.share - a.share);
  const rest = 1 - shown.reduce((sum, { share }) => sum + share, 0);
  return [...shown, { part: 'the rest', share: rest }];
}
