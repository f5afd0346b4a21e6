/** The run behind the figures: how many runs, how far, how long still, and what the figures rest on. */
import { Alert, Button, Group, Paper, Progress, Select, Text } from '@mantine/core';
import { IconPlayerPlay, IconPlayerStop } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { counted, listed, number, quoted } from '../../../reports/wording.ts';
import { HelpTip } from '../../fields/help-tip.tsx';
import { RUNS_MEANING } from '../../fields/words.ts';
import type { ComparisonView } from './comparison-view.ts';
import { timeLeft } from './time-left.ts';

const PRECISIONS = [
  { value: '100', label: '100 runs (quick)' },
  { value: '200', label: '200 runs (usual)' },
  { value: '500', label: '500 runs (fine)' },
  { value: '1000', label: '1,000 runs (finer)' },
  { value: 'auto', label: 'until intervals are narrow' },
];

export const RunBar = observer(function RunBar({ view }: { readonly view: ComparisonView }) {
  const { place, notValid } = view;
  const running = place?.running === true;
  return (
    <Paper className="compare-run screen-only" p="sm" withBorder>
      <Group justify="space-between" gap="md" className="compare-run-line">
        <div className="compare-run-words">
          <Text size="sm" component="div">
            <span role="status">{running ? doing(view) : stateOf(view)}</span>
            {running ? <HowFar view={view} /> : null}
          </Text>
          {running ? <ProgressBar view={view} /> : null}
        </div>
        {running ? <CancelButton view={view} /> : <RunChoice view={view} />}
      </Group>
      {notValid.length > 0 ? (
        <Alert color="red" mt="sm" title="This cannot be simulated as it stands">
          {listed(notValid.map(quoted))} {notValid.length === 1 ? 'has' : 'have'} values that are not allowed.
          Put them right on the Service screen.
        </Alert>
      ) : null}
      <Failure view={view} />
      {place?.notices.map((sentence) => (
        <Text key={sentence} size="sm" mt="xs">
          {sentence}
        </Text>
      ))}
    </Paper>
  );
});

const RunChoice = observer(function RunChoice({ view }: { readonly view: ComparisonView }) {
  return (
    <Group gap="xs">
      <Text size="sm" id="compare-precision">
        Simulate
      </Text>
      <HelpTip title="Runs">{RUNS_MEANING}</HelpTip>
      <Select
        aria-labelledby="compare-precision"
        data={PRECISIONS}
        value={String(view.replications)}
        onChange={(value) =>
          view.chooseReplications(value === 'auto' || value === null ? 'auto' : Number(value))
        }
        allowDeselect={false}
        w="15rem"
      />
      <Button
        leftSection={<IconPlayerPlay size={16} aria-hidden />}
        disabled={view.notValid.length > 0}
        onClick={() => view.run()}
      >
        {view.readOnly ? 'Run' : 'Run and keep'}
      </Button>
    </Group>
  );
});

/** Beside the words that are read out, not in them: it changes ten times a second. */
const HowFar = observer(function HowFar({ view }: { readonly view: ComparisonView }) {
  const progress = view.place?.progress ?? null;
  const left = timeLeft(progress?.secondsLeft ?? null);
  const words =
    progress === null
      ? 'getting ready'
      : progress.phase === 'warm-up'
        ? 'looking for the warm-up each scenario needs'
        : `${number(progress.done, 0)} of ${counted(progress.of, 'run')}`;
  return (
    <span>
      : {words}
      {left === '' ? '' : `, ${left}`}. You can go on working.
    </span>
  );
});

const ProgressBar = observer(function ProgressBar({ view }: { readonly view: ComparisonView }) {
  const progress = view.place?.progress ?? null;
  const share = progress === null || progress.of === 0 ? 0 : (progress.done / progress.of) * 100;
  return <Progress value={share} aria-label="Share of the simulation done" transitionDuration={0} mt={6} />;
});

const CancelButton = observer(function CancelButton({ view }: { readonly view: ComparisonView }) {
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerStop size={16} aria-hidden />}
      onClick={() => view.cancel()}
    >
      Cancel
    </Button>
  );
});

const Failure = observer(function Failure({ view }: { readonly view: ComparisonView }) {
  const failure = view.place?.failure ?? null;
  if (failure === null) return null;
  const isTooLong = failure.problems.some(({ path }) => path === 'replications');
  const couldGoOn = view.place?.full && !view.place.full.mayTakeLong && isTooLong;
  return (
    <Alert color="red" mt="sm" title="It could not be simulated">
      <Text size="sm">{failure.message}</Text>
      <Group mt="xs" gap="xs">
        {couldGoOn ? (
          <Button size="xs" onClick={() => view.runAnyway()}>
            Simulate it all the same
          </Button>
        ) : null}
        <Button size="xs" variant="default" onClick={() => view.run()}>
          Try again
        </Button>
      </Group>
    </Alert>
  );
});

const made = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' });

const doing = ({ place }: ComparisonView): string => (place?.full ? 'Simulating' : 'A first look');

/** What the figures shown rest on, and whether they will be here tomorrow. */
function stateOf({ experiment, kept, place, readOnly }: ComparisonView): string {
  if (experiment === null) return 'Not simulated yet.';
  const times = counted(experiment.replications, 'run');
  if (kept) return `Kept in the document: ${times}, made on ${made.format(new Date(kept.about.made))}.`;
  if (!place?.shownFull)
    return `A first look at ${times}.${readOnly ? '' : ' Simulate it in full to keep the result.'}`;
  if (place.kept) return `${times}, kept in the document.`;
  return experiment.precision.stopped
    ? `Stopped after ${times}, not kept.`
    : `${times}, not kept in the document.`;
}
