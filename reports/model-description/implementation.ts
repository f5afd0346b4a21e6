/** STRESS-DES sections 5 and 6: implementation, and access to the code. */
import { asCode, bullets } from '../markdown.ts';
import type { Item, Subject } from './subject.ts';

export const implementation = (subject: Subject): readonly Item[] => [
  { number: '5.1', name: 'Software or programming language', text: software(subject) },
  { number: '5.2', name: 'Random sampling', text: randomSampling(subject) },
  { number: '5.3', name: 'Model execution', text: execution(subject) },
  { number: '5.4', name: 'System specification', text: system(subject) },
];

export const codeAccess = ({ run: { program } }: Subject): readonly Item[] => [
  {
    number: '6',
    name: 'Code access',
    text: `The program is Headroom ${program.version}, under the ${program.licence} licence. Its source is TypeScript and part of the program’s folder: the engine in ${asCode('sim/')}, the parameters with their sources in ${asCode('scenarios/')}, the tests in ${asCode('tests/')}. The scenario is the file or preset that this document was made from; every value of it is in 3.3.`,
  },
];

const software = ({ run: { program } }: Subject): string =>
  `Headroom ${program.version}, engine version ${program.engine}: a discrete-event simulation engine of its own, written in TypeScript without dependencies. A change to the engine that moves any result has a new engine version.`;

const randomSampling = ({ run: { seed } }: Subject): string =>
  bullets([
    `Seed ${seed}.`,
    'Generator: Threefry-4x32 with 13 rounds, counter-based (Salmon, Moraes, Dror and Shaw 2011). Every draw is a function of seed, replication, purpose and entity (family, week, place) alone; nothing is hashed but the names that give entities their numbers, and no state is carried from one draw to the next. A draw added for one purpose moves no other.',
    'All draws are by inversion of the distribution function, from uniform numbers of 52 bits on the open interval (0, 1).',
  ]);

function execution({ run: { seed, replications, weeks } }: Subject): string {
  const options = [
    `--seed ${seed}`,
    `--replications ${replications}`,
    ...(weeks === undefined ? [] : [`--weeks ${weeks}`]),
  ];
  return bullets([
    'Next-event time advance on a clock of working days; event list ordered by time, rank and sequence (2.4).',
    'Replications are spread over worker threads. The result does not depend on their number, on the machine, or, but for a warm-up that scenarios compared share, on which others are run: same seed, same result, bit for bit.',
    `Command: ${asCode(`headroom run <scenario> ${options.join(' ')}`)}`,
  ]);
}

const system = ({ run: { program } }: Subject): string =>
  `Linux, Windows or macOS with Node.js ${program.node}. No network, no graphics card and no other software is needed. Results of all replications are kept in memory while it runs; a run that would take more than half of the machine’s memory is refused before it begins. What this run takes is said before it begins where that is more than ten minutes.`;
