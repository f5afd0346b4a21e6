/** How V8 compiles the engine. Its options hold for the whole process: for what is compiled from then on, and for worker threads begun from then on. */
import { setFlagsFromString } from 'node:v8';

/**
 * A larger budget for V8 to inline functions. The engine's loop is many small steps; with V8's own budget some of them stay calls, and a
 * replication takes 6 to 9% longer (docs/decisions/0004).
 */
export function letV8InlineMore(): void {
  setFlagsFromString('--max-inlined-bytecode-size-cumulative=4000');
  setFlagsFromString('--max-inlined-bytecode-size=2000');
}

/**
 * Worker threads optimise their code themselves, one function at a time. Beside them V8 would work at several at once, and the memory it
 * takes for that, some 25 MB for each thread, is never given back; the time is the same (docs/decisions/0008).
 */
export function letThreadsCompile(): void {
  setFlagsFromString('--no-concurrent-recompilation');
}
