/** The one door to the host: whatever a wire brings is checked here, and whatever happens goes back as data. */
import { nearest } from '../scenarios/did-you-mean.ts';
import { type Problem, shown } from '../scenarios/problem.ts';
import { ARGUMENTS } from './arguments.ts';
import type { AnswerOf, ArgumentOf, Reply, RequestName } from './contract.ts';
import { BadInput } from './failure.ts';
import { wireFailureOf } from './wire-failure.ts';

/** A longer text is no slip of a finger, and comparing it would take long. */
const LONGEST_NAME = 60;

/** What answers each request. A request of the contract that is missing does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (argument: ArgumentOf<Name>) => AnswerOf<Name> | Promise<AnswerOf<Name>>;
};

/** Never rejects. `name` and `argument` may be anything. */
export type Dispatch = (name: unknown, argument: unknown) => Promise<Reply<unknown>>;

/** @param onFault told of every fault of the program, as thrown */
export function createDispatch(handlers: Handlers, onFault: (thrown: unknown) => void): Dispatch {
  return async (name, argument) => {
    try {
      const known = requestNamed(name);
      return { ok: true, answer: await answer(handlers, known, argument) };
    } catch (thrown) {
      const failure = wireFailureOf(thrown);
      if (failure.kind === 'our fault') onFault(thrown);
      return { ok: false, failure };
    }
  };
}

/** @throws {BadInput} with every problem of the argument */
function answer<Name extends RequestName>(handlers: Handlers, name: Name, argument: unknown) {
  const read = ARGUMENTS[name].safeParse(argument);
  if (!read.success) throw new BadInput(read.error.issues.map((issue) => problemOf(issue, argument)));
  return handlers[name](read.data);
}

/** @throws {BadInput} when the contract has no such request */
function requestNamed(name: unknown): RequestName {
  if (typeof name === 'string' && Object.hasOwn(ARGUMENTS, name)) return name as RequestName;
  const known = Object.keys(ARGUMENTS);
  const guess = typeof name === 'string' && name.length <= LONGEST_NAME ? nearest(name, known) : '';
  throw new BadInput([
    {
      path: 'request',
      value: name,
      allowed: known.join(', '),
      message: `there is no request ${shown(name)}${guess}`,
    },
  ]);
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function problemOf({ path, message }: Issue, argument: unknown): Problem {
  const value = path.reduce<unknown>((part, key) => Object(part)[key], argument);
  const where = path.length === 0 ? 'argument' : path.join('.');
  return { path: where, value: shown(value), allowed: message, message: `is ${shown(value)}: ${message}` };
}
