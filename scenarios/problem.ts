/** What is wrong with a scenario, said so that a person can put it right. */
export interface Problem {
  /** Dotted path in the scenario, for example `teams.north.posts.worker.fte`; the file's name where it is the file itself. */
  readonly path: string;
  readonly value: unknown;
  /** What would be right, in words. */
  readonly allowed: string;
  /** What is wrong, and what to do. */
  readonly message: string;
}

/** Every problem at once; a scenario is read whole or not at all. */
export class ScenarioProblems extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    this.name = 'ScenarioProblems';
    this.problems = problems;
  }
}

/** A value as messages show it: short, on one line. */
export function shown(value: unknown): string {
  const whole =
    value === undefined ? 'nothing' : typeof value === 'number' ? String(value) : JSON.stringify(value);
  return whole.length <= 60 ? whole : `${whole.slice(0, 57)}...`;
}
