/** What the service does to its waiting list, as it stands: simulated anew after each change, and dimmed while that is under way. */
import { Title } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import { countShown, type Experiment, wholeService } from '../../../reports/experiment.ts';
import { chartFacts } from '../../../reports/facts.ts';
import { ChartFigure } from '../../charts/chart-figure.tsx';
import { fanPicture } from '../../charts/fan.ts';
import { useApp } from '../../frame/app-context.ts';
import type { RunPlace } from '../../stores/run-store.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { HeadlineFigures } from './headline-figures.tsx';
import { ProblemList } from './problem-list.tsx';
import { ResultStatus } from './result-status.tsx';
import { WhatBinds } from './what-binds.tsx';
import './result.css';

interface LiveResultProps {
  readonly scenario: ScenarioStore;
  readonly place: RunPlace;
  readonly goTo: (path: string) => void;
}

export const LiveResult = observer(({ scenario, place, goTo }: LiveResultProps) => {
  const { experiment } = place;
  return (
    <section className="result" aria-labelledby="result-title" aria-busy={place.running}>
      <div className="result-head">
        <Title order={2} id="result-title" className="panel-title">
          Result
        </Title>
        <ResultStatus scenario={scenario} place={place} />
      </div>
      <div className="result-place">
        <ProblemList scenario={scenario} goTo={goTo} />
        <div data-stale={place.stale || undefined} className="result-shown">
          {experiment ? <WaitingFan experiment={experiment} /> : <NoFan running={place.running} />}
          <HeadlineFigures experiment={experiment} />
          <WhatBinds
            document={scenario.document}
            run={experiment?.scenarios[0] ?? null}
            stale={place.stale}
          />
        </div>
      </div>
    </section>
  );
});

/** CSS pixels; the place is kept before there is a chart. */
const FAN_HEIGHT = 210;

const WaitingFan = observer(({ experiment }: { readonly experiment: Experiment }) => {
  const { settings } = useApp();
  const counted = countShown(experiment, settings.counted);
  const [run] = experiment.scenarios;
  const picture = useMemo(
    () =>
      fanPicture({
        runs: experiment.scenarios,
        measure: 'waiting_mean',
        group: { ...wholeService(experiment.scenarios[0]!.summary).group, counted },
        narrow: true,
      }),
    [experiment, counted],
  );
  return (
    <ChartFigure
      title={`${counted === 'families' ? 'Families' : 'Children'} waiting, week by week`}
      note="Line: the middle. Bands: half of the runs, and 9 in 10."
      caption={chartFacts(experiment, run!, 'run')}
      picture={picture}
      height={FAN_HEIGHT}
    />
  );
});

function NoFan({ running }: { readonly running: boolean }) {
  return (
    <div className="no-fan" style={{ minHeight: FAN_HEIGHT + 72 }}>
      {running ? 'The first look is being simulated.' : 'There is no result yet.'}
    </div>
  );
}
