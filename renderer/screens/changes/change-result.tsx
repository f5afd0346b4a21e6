/** The waiting list with the changes and without them, as one drags and types. */
import { Loader, Paper, Text, Title } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import { countShown, type Experiment, wholeService } from '../../../reports/experiment.ts';
import { chartFacts } from '../../../reports/facts.ts';
import { answer } from '../../../reports/findings.ts';
import { label } from '../../../reports/wording.ts';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import { fanPicture } from '../../charts/fan.ts';
import { useApp } from '../../frame/app-context.ts';
import { stateInWords, useLivePreview } from '../../frame/live-preview.ts';
import { RunFailure } from '../../frame/run-failure.tsx';
import type { RunWish } from '../../stores/run-store.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { withoutAny } from './change-content.ts';

export const ChangeResult = observer(function ChangeResult({
  scenario,
}: {
  readonly scenario: ScenarioStore;
}) {
  const place = useLivePreview('changes', scenario, wishFor);
  return (
    <Paper component="section" className="changes-part" p="md" withBorder aria-labelledby="changes-result">
      <div className="changes-result-head">
        <Title order={2} id="changes-result">
          What it does to the waiting list
        </Title>
        <span className="changes-state" role="status">
          {stateInWords(place, scenario.valid)}
        </span>
      </div>
      <RunFailure place={place} />
      {place.experiment ? (
        <div className="changes-result" data-stale={place.stale || undefined}>
          <Shown experiment={place.experiment} />
        </div>
      ) : (
        place.failure === null && <Waiting valid={scenario.valid} />
      )}
    </Paper>
  );
});

/** Short names: that of the scenario stands above. */
function wishFor({ content, merged }: ScenarioStore): RunWish {
  const names = Object.keys(merged.content.changes ?? {});
  if (names.length === 0) return { scenarios: [content] };
  const without = { ...withoutAny(content, names), name: 'Without the changes' };
  return { scenarios: [without, { ...content, name: 'With the changes' }] };
}

function Waiting({ valid }: { readonly valid: boolean }) {
  return (
    <div className="changes-waiting">
      {valid && <Loader type="dots" aria-hidden />}
      <Text size="sm">
        {valid
          ? 'Simulating'
          : 'It cannot be simulated as it stands: put right what is marked, to see what comes of it.'}
      </Text>
    </div>
  );
}

const Shown = observer(function Shown({ experiment }: { readonly experiment: Experiment }) {
  const { settings } = useApp();
  const { scenarios: runs } = experiment;
  const last = runs.at(-1)!;
  const { kind, name } = wholeService(last.summary).group;
  const counted = countShown(experiment, settings.counted);
  const picture = useMemo(
    () => fanPicture({ runs, measure: 'waiting_mean', group: { kind, name, counted } }),
    [runs, kind, name, counted],
  );
  return (
    <>
      {runs.length > 1 && <p className="changes-answer">{answer(experiment)}</p>}
      <ChartFigure
        title={`${label('waiting_mean', counted)}, week by week`}
        note={
          runs.length > 1
            ? 'Lines are medians of the runs; the wide bands hold 9 in 10 of them. A dotted line is a change on that date.'
            : 'The line is the median of the runs; the wide band holds 9 in 10 of them.'
        }
        caption={chartFacts(experiment, last, 'run')}
        picture={picture}
        height={300}
      />
    </>
  );
});
