/** The waiting list with the changes and without them, as one drags and types. */
import { Alert, Loader, Paper, Text, Title } from '@mantine/core';
import { reaction } from 'mobx';
import { observer } from 'mobx-react-lite';
import { useEffect, useMemo } from 'react';
import { type Experiment, serviceCounted, wholeService } from '../../../reports/experiment.ts';
import { chartFacts } from '../../../reports/facts.ts';
import { answer } from '../../../reports/findings.ts';
import { label } from '../../../reports/wording.ts';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import { fanPicture } from '../../charts/fan.ts';
import { useApp } from '../../frame/app-context.ts';
import type { RunPlace, RunWish } from '../../stores/run-store.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { withoutAny } from './change-content.ts';

const PLACE = 'changes';

export const ChangeResult = observer(function ChangeResult({
  scenario,
}: {
  readonly scenario: ScenarioStore;
}) {
  const { runs } = useApp();
  const place = runs.place(PLACE);
  useEffect(
    () =>
      reaction(
        () => (scenario.valid ? scenario.content : null),
        (content) => (content ? runs.preview(PLACE, wishFor(scenario)) : runs.hold(PLACE)),
        { fireImmediately: true },
      ),
    [scenario, runs],
  );
  return (
    <Paper component="section" className="changes-part" p="md" withBorder aria-labelledby="changes-result">
      <div className="changes-result-head">
        <Title order={2} id="changes-result">
          What it does to the waiting list
        </Title>
        <span className="changes-state" role="status">
          {stateOf(place, scenario.valid)}
        </span>
      </div>
      {place.failure && (
        <Alert color="red" title="It could not be simulated" mb="sm">
          {place.failure.message}
        </Alert>
      )}
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

function stateOf({ stale, running, experiment }: RunPlace, valid: boolean): string {
  if (!valid) return experiment ? 'As it was before: something is to be put right' : '';
  if (stale) return 'Updating';
  return running && experiment ? 'Being refined' : '';
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
  const { group } = serviceCounted(last.summary, settings.counted) ?? wholeService(last.summary);
  const { kind, name, counted } = group;
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
        caption={chartFacts(experiment, last)}
        picture={picture}
        height={300}
      />
    </>
  );
});
