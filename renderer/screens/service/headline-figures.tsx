/** Time to allocation in three figures, each with how sure it is. The places are there before the figures. */
import { observer } from 'mobx-react-lite';
import { countShown, type Experiment, figuresOf, wholeService } from '../../../reports/experiment.ts';
import {
  figure,
  hasInterval,
  INTERVAL_MEANING,
  interval,
  label,
  unitOf,
  workingDays,
  workingDaysUnit,
} from '../../../reports/wording.ts';
import { MEASURES, type MeasureKey } from '../../../sim/measures/measures.ts';
import { HelpTip } from '../../fields/help-tip.tsx';
import { RUNS_MEANING } from '../../fields/words.ts';
import { useApp } from '../../frame/app-context.ts';

const KEYS = ['wait_mean', 'wait_p90', 'within_target'] as const satisfies readonly MeasureKey[];
const SHORT: Readonly<Record<(typeof KEYS)[number], string>> = {
  wait_mean: 'Mean wait',
  wait_p90: '9 in 10 wait under',
  within_target: 'In target',
};

export const HeadlineFigures = observer(({ experiment }: { readonly experiment: Experiment | null }) => {
  const { settings } = useApp();
  const run = experiment?.scenarios[0] ?? null;
  const counted = experiment ? countShown(experiment, settings.counted) : 'families';
  const found = run && figuresOf(run.summary, { ...wholeService(run.summary).group, counted });
  return (
    <dl className="headlines">
      {KEYS.map((key) => {
        const estimate = found?.[key] ?? null;
        const known = estimate !== null && Number.isFinite(estimate.mean);
        const unit = unitOf(key, counted);
        return (
          <div key={key} className="headline">
            <dt>
              {SHORT[key]}
              <HelpTip title={label(key, counted)}>
                {MEASURES[key].meaning} {INTERVAL_MEANING} {RUNS_MEANING}
              </HelpTip>
            </dt>
            <dd className="headline-value">{known ? figure(estimate.mean, unit) : '–'}</dd>
            <dd className="headline-unit">
              {key === 'within_target'
                ? run && `of ${workingDays(run.targetDays)}`
                : known && workingDaysUnit(estimate.mean)}
            </dd>
            <dd className="headline-interval">
              {known && hasInterval(estimate) && (
                <>
                  95% interval <span>{interval(estimate, unit)}</span>
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
});
