/** Rules between parameters: what each alone cannot know. Each rule names its problem's path and says what to do. */
import type { Problem } from './problem.ts';
import { distributionRules } from './rules/distributions.ts';
import { nameRules } from './rules/names.ts';
import { offerRules } from './rules/offers.ts';
import { openingRules } from './rules/opening.ts';
import { placeRules } from './rules/places.ts';
import { shareRules } from './rules/shares.ts';
import { staffingRules } from './rules/staffing.ts';
import { timeRules } from './rules/time.ts';
import { volumeRules } from './rules/volume.ts';
import type { Scenario } from './schema.ts';

const RULES: readonly ((scenario: Scenario) => Problem[])[] = [
  shareRules,
  nameRules,
  distributionRules,
  placeRules,
  offerRules,
  staffingRules,
  timeRules,
  volumeRules,
  openingRules,
];

export function ruleProblems(scenario: Scenario): Problem[] {
  return RULES.flatMap((rule) => rule(scenario));
}
