/** Ctrl-C: once stops the run and keeps what is done, twice ends the program at once. */
import { EXIT_CODES } from '../host/failure.ts';

export interface Interruption extends Disposable {
  readonly signal: AbortSignal;
}

/** @param onFirst makes the terminal ready for a message */
export function interruption(onFirst: () => void = () => {}): Interruption {
  const controller = new AbortController();
  const onSignal = () => {
    if (controller.signal.aborted) process.exit(EXIT_CODES.stopped);
    onFirst();
    process.stderr.write('Stopping; what is finished will be reported. Ctrl-C again ends at once.\n');
    controller.abort();
  };
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    },
  };
}
