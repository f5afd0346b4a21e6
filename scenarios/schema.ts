/**
 * The scenario, parameter by parameter. Records are keyed by name, so that a file that extends another need name only what differs.
 * No number here is invented: what no source gives is tagged "assumption" and says so.
 */
import * as z from 'zod';
import { date, text } from './parameter.ts';
import { allocation } from './parameters/allocation.ts';
import { costs } from './parameters/costs.ts';
import { demand } from './parameters/demand.ts';
import { families } from './parameters/family.ts';
import { frontDoor } from './parameters/front-door.ts';
import { locality } from './parameters/locality.ts';
import { need } from './parameters/need.ts';
import { opening } from './parameters/opening.ts';
import { pathway } from './parameters/pathway.ts';
import { period } from './parameters/period.ts';
import { team } from './parameters/team.ts';
import { waiting } from './parameters/waiting.ts';
import { workload } from './parameters/workload.ts';
import { patchOf } from './patch.ts';
import { recordUpTo, someOf } from './records.ts';

export const SCENARIO_TYPE = 'headroom-scenario';
export const SCENARIO_VERSION = 1;
/** Characters of the name of a scenario or a comparison. */
export const LONGEST_NAME = 120;

/** What a dated change can alter, each as in the scenario itself. */
const changeable = {
  demand,
  needs: someOf(20, need),
  frontDoor: frontDoor.prefault({}),
  waiting: waiting.prefault({}),
  pathways: someOf(20, pathway),
  allocation: allocation.prefault({}),
  teams: someOf(100, team),
};

/**
 * A dated change: a merge patch on the scenario as it stands just before. Only `from`, and that patches are objects, is checked here;
 * the scenario that each change leads to is checked whole by `changes.ts`.
 */
export const changeSchema = z.strictObject({
  from: date({ description: 'First day on which the change holds.' }),
  demand: patchOf('demand', changeable.demand).optional(),
  needs: patchOf('needs', changeable.needs).optional(),
  frontDoor: patchOf('frontDoor', changeable.frontDoor).optional(),
  waiting: patchOf('waiting', changeable.waiting).optional(),
  pathways: patchOf('pathways', changeable.pathways).optional(),
  allocation: patchOf('allocation', changeable.allocation).optional(),
  teams: patchOf('teams', changeable.teams).optional(),
});

/** The content of a scenario file once layers are merged and notes taken off. */
export const scenarioSchema = z.strictObject({
  name: text({ most: LONGEST_NAME, description: 'What tables and charts call the scenario.' }),
  description: text({ most: 4_000, description: 'What the scenario is about.' }).optional(),
  period,
  families: families.prefault({}),
  localities: recordUpTo(20, locality).prefault({}),
  demand: changeable.demand,
  needs: changeable.needs,
  frontDoor: changeable.frontDoor,
  waiting: changeable.waiting,
  pathways: changeable.pathways,
  allocation: changeable.allocation,
  workload: workload.prefault({}),
  teams: changeable.teams,
  costs: costs.prefault({}),
  opening: opening.prefault({}),
  changes: recordUpTo(50, changeSchema).prefault({}),
});

/** A scenario with every default filled in. */
export type Scenario = z.output<typeof scenarioSchema>;
/** A scenario as written, defaults left out. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
export type Source = Scenario['demand']['sources'][string];
export type Need = Scenario['needs'][string];
export type Pathway = Scenario['pathways'][string];
export type Team = Scenario['teams'][string];
export type Post = Team['posts'][string];
export type Change = z.output<typeof changeSchema>;
