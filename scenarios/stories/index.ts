/** Stories: what councils say they did to their waiting lists, each as a comparison file that runs. */
import bracknellForest from './bracknell-forest-duty-triage.json' with { type: 'json' };
import brightonHoveWeeks from './brighton-hove-12-weeks.json' with { type: 'json' };
import brightonHoveStepDowns from './brighton-hove-step-downs-stopped.json' with { type: 'json' };
import eastSussex from './east-sussex-vacancies-filled.json' with { type: 'json' };
import hampshire from './hampshire-courses-and-panels.json' with { type: 'json' };
import investToSave from './invest-to-save-family-coaches.json' with { type: 'json' };
import oxfordshire from './oxfordshire-18-to-25.json' with { type: 'json' };
import oxfordshireMoved from './oxfordshire-workers-moved.json' with { type: 'json' };
import socialWorkers from './social-workers-embedded.json' with { type: 'json' };
import supportWhileWaiting from './support-while-waiting.json' with { type: 'json' };

interface StoryFile {
  readonly id: string;
  /** A comparison file, not yet checked. */
  readonly content: unknown;
}

export const STORIES: readonly StoryFile[] = [
  { id: 'oxfordshire-18-to-25', content: oxfordshire },
  { id: 'brighton-hove-12-weeks', content: brightonHoveWeeks },
  { id: 'bracknell-forest-duty-triage', content: bracknellForest },
  { id: 'east-sussex-vacancies-filled', content: eastSussex },
  { id: 'oxfordshire-workers-moved', content: oxfordshireMoved },
  { id: 'brighton-hove-step-downs-stopped', content: brightonHoveStepDowns },
  { id: 'hampshire-courses-and-panels', content: hampshire },
  { id: 'social-workers-embedded', content: socialWorkers },
  { id: 'support-while-waiting', content: supportWhileWaiting },
  { id: 'invest-to-save-family-coaches', content: investToSave },
];
