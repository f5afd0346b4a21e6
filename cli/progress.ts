/** How far a run has come, on standard error, and only where a person can see it. */
import { SingleBar } from 'cli-progress';
import type { Progress } from '../host/runs.ts';

export interface ProgressLine extends Disposable {
  show(progress: Progress): void;
  /** Clears the line, so that something else can be said. */
  clear(): void;
}

export function progressLine(): ProgressLine {
  const bar = new SingleBar({
    format: '{phase} {bar} {value} of {total}, {left}',
    stream: process.stderr,
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    noTTYOutput: false,
    etaBuffer: 50,
  });
  let started: { at: number; done: number } | null = null;
  const clear = () => {
    bar.stop();
    started = null;
  };
  return {
    show({ phase, done, of }) {
      if (!process.stderr.isTTY) return;
      const said = phase === 'warm-up' ? 'Finding the warm-up' : 'Simulating';
      if (started === null) {
        started = { at: performance.now(), done };
        bar.start(of, done, { phase: said, left: 'about to start' });
      }
      bar.setTotal(of);
      bar.update(done, {
        phase: said,
        left: left(performance.now() - started.at, done - started.done, of - done),
      });
    },
    clear,
    [Symbol.dispose]: clear,
  };
}

function left(milliseconds: number, done: number, missing: number): string {
  if (done === 0) return 'about to start';
  const seconds = Math.ceil(((milliseconds / 1000) * missing) / done);
  return seconds < 60 ? `${seconds} s left` : `${Math.ceil(seconds / 60)} min left`;
}
