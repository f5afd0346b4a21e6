/** What the service of the preset has published beside what this scenario simulates, with the contradictions in the sources. */
import { Alert, Loader, Text, Title } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useRef } from 'react';
import type { Experiment } from '../../../reports/experiment.ts';
import { runFacts } from '../../../reports/facts.ts';
import { CHECK_RUN, publishedInWords } from '../../../reports/published-figures.ts';
import { counted, withInterval } from '../../../reports/wording.ts';
import type { Preset } from '../../../scenarios/presets/preset.ts';
import { CopyTableButton } from '../../charts/copy-table-button.tsx';
import { stateInWords, useLivePreview } from '../../frame/live-preview.ts';
import { RunFailure } from '../../frame/run-failure.tsx';
import type { RunWish } from '../../stores/run-store.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { type CheckedRow, checkedRows } from './checked-rows.ts';

interface Given {
  readonly scenario: ScenarioStore;
  readonly preset: Preset;
}

export const PublishedPart = observer(function PublishedPart({ scenario, preset }: Given) {
  const place = useLivePreview('assumptions', scenario, wishFor);
  const differing = scenario.differing.length;
  return (
    <>
      <Title order={2}>Published beside simulated: {preset.title}</Title>
      <Text size="sm" maw={780} mb="sm">
        Figures of {preset.authority}, {preset.asOf}. Hardly any service publishes its referrals: most were
        worked out from the published list, cases or places. So agreement shows that figures and model hold
        together, not that the model predicts.
      </Text>
      {differing > 0 && (
        <Alert color="yellow" className="attention" mb="sm" title="This scenario is not the preset any more">
          It differs from it in {counted(differing, 'value')}, so its figures may rightly be others.
        </Alert>
      )}
      <RunFailure place={place} />
      {place.experiment ? (
        <div className="published" data-stale={place.stale || undefined}>
          <Compared
            preset={preset}
            experiment={place.experiment}
            state={stateInWords(place, scenario.valid)}
          />
        </div>
      ) : (
        place.failure === null && <Waiting valid={scenario.valid} />
      )}
      <Contradictions preset={preset} />
    </>
  );
});

const wishFor = ({ content }: ScenarioStore): RunWish => ({ scenarios: [content], weeks: CHECK_RUN.weeks });

function Waiting({ valid }: { readonly valid: boolean }) {
  return (
    <div className="part-waiting" role="status">
      {valid ? (
        <>
          <Loader type="dots" aria-hidden />
          <Text size="sm">Simulating</Text>
        </>
      ) : (
        <Text size="sm">A value is not allowed. Put it right to see the figures.</Text>
      )}
    </div>
  );
}

interface ComparedProps {
  readonly preset: Preset;
  readonly experiment: Experiment;
  readonly state: string;
}

function Compared({ preset, experiment, state }: ComparedProps) {
  const table = useRef<HTMLTableElement>(null);
  const rows = checkedRows(preset, experiment);
  if (rows.length === 0) return <Text>No figure is published that a simulation could be set beside.</Text>;
  return (
    <>
      <table className="log published-table" ref={table}>
        <thead>
          <tr>
            {['Figure', 'Published', 'Simulated', 'Verdict', 'Source'].map((title) => (
              <th key={title} scope="col" className="log-title">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.pathway} ${row.figure}`} className="log-row">
              <th scope="row" className="log-input">
                {named(row)}
              </th>
              <td className="published-number">{publishedInWords(row.published)}</td>
              <td className="published-number">{withInterval(row.simulated, row.unit)}</td>
              <td>{verdict(row)}</td>
              <td>
                {row.source}
                {row.note !== null && <span className="log-more">{row.note}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="published-foot">
        <CopyTableButton table={table} />
        <span role="status">{state}</span>
      </div>
      <Text size="xs" c="dimmed">
        {runFacts(experiment, experiment.scenarios[0]!, 'run')} In brackets the 95% interval for chance. A
        figure agrees when it lies within that and the rounding of the source.
      </Text>
    </>
  );
}

/** "Open families", "Time to allocation (working days)", "Intensive: families waiting". */
function named({ pathway, figure, unit }: CheckedRow): string {
  const words = pathway === null ? figure.charAt(0).toUpperCase() + figure.slice(1) : `${pathway}: ${figure}`;
  return figure.includes(unit) ? words : `${words} (${unit})`;
}

function verdict({ agrees, explainedBy }: CheckedRow): string {
  if (agrees) return 'Agrees';
  return explainedBy.length === 0 ? 'Differs' : `Differs: see ${explainedBy.join(', ')} below`;
}

function Contradictions({ preset }: { readonly preset: Preset }) {
  if (preset.contradictions.length === 0) return null;
  return (
    <section aria-labelledby="contradictions">
      <Title order={3} id="contradictions" mt="md">
        What in the sources contradicts itself or needed a reading
      </Title>
      <dl className="contradictions">
        {preset.contradictions.map(({ id, text, figures }) => (
          <div key={id}>
            <dt>{id}</dt>
            <dd>
              {text}
              {figures && <span className="log-more">Bears on: {figures.join(', ')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
