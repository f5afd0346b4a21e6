/** What a run of the simulation is, beside the choice or the count of them. */
import { HelpTip } from './help-tip.tsx';

export function RunsHelp() {
  return (
    <HelpTip title="Runs">
      A run plays the whole period through once, with its own chance events; the written reports call it a
      replication. Figures are means over all runs: the more there are, the narrower the intervals.
    </HelpTip>
  );
}
