/**
 * The scenario, parameter by parameter. Records are keyed by name, so that a file that extends another need name only what differs.
 * No number here is invented: what no source gives is tagged "assumption" and says so.
 */
import * as z from 'zod';
import { text } from './parameter.ts';
import { allocation } from './parameters/allocation.ts';
import { source } from './parameters/demand.ts';
import { frontDoor } from './parameters/front-door.ts';
import { need } from './parameters/need.ts';
import { opening } from './parameters/opening.ts';
import { pathway } from './parameters/pathway.ts';
import { period } from './parameters/period.ts';
import { team } from './parameters/team.ts';
import { someOf } from './records.ts';

export const SCENARIO_TYPE = 'headroom-scenario';
export const SCENARIO_VERSION = 1;

/** The content of a scenario file once layers are merged and notes taken off. */
export const scenarioSchema = z.strictObject({
  name: text({ most: 120, description: 'What tables and charts call the scenario.' }),
  description: text({ most: 4_000, description: 'What the scenario is about.' }).optional(),
  period,
  demand: z.strictObject({ sources: someOf(20, source) }),
  needs: someOf(20, need),
  frontDoor: frontDoor.prefault({}),
  pathways: someOf(20, pathway),
  allocation: allocation.prefault({}),
  teams: someOf(100, team),
  opening: opening.prefault({}),
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
