/** A result from its answer down to its costs, in the order in which a manager asks. */
import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import type { Experiment } from '../../../reports/experiment.ts';
import { period } from '../../../reports/facts.ts';
import { answer } from '../../../reports/findings.ts';
import { warnings } from '../../../reports/warnings.ts';
import { counted } from '../../../reports/wording.ts';
import { AllocationSection } from './allocation-section.tsx';
import type { ComparisonView } from './comparison-view.ts';
import { CostSection } from './cost-section.tsx';
import { HeadlineTable } from './headline-table.tsx';
import { ResultChoices } from './result-choices.tsx';
import { UseSection } from './use-section.tsx';
import { WaitingSection } from './waiting-section.tsx';

interface Given {
  readonly view: ComparisonView;
  readonly experiment: Experiment;
}

export const ComparisonResult = observer(function ComparisonResult({ view, experiment }: Given) {
  const shown = view.groupOf(experiment);
  const { kind, name, counted: counts } = shown;
  // The same part of the service is the same object, so that charts are drawn again only when something differs.
  const group = useMemo(() => ({ kind, name, counted: counts }), [kind, name, counts]);
  return (
    <Stack gap="md">
      <Answer view={view} experiment={experiment} />
      <ResultChoices view={view} experiment={experiment} group={group} />
      <HeadlineTable view={view} experiment={experiment} group={group} />
      <WaitingSection view={view} experiment={experiment} group={group} />
      <AllocationSection view={view} experiment={experiment} group={group} />
      <UseSection experiment={experiment} group={group} />
      <CostSection experiment={experiment} group={group} />
    </Stack>
  );
});

const Answer = observer(function Answer({ view, experiment }: Given) {
  const found = warnings(experiment, 'run');
  const [base] = experiment.scenarios;
  return (
    <section aria-label="The answer">
      {view.stale === null ? null : (
        <Alert
          color="yellow"
          className="compare-alert"
          icon={<IconHistory aria-hidden />}
          title="These figures are of an earlier state"
          mb="sm"
        >
          <Text size="sm">{view.stale} They stay as they were until you run the comparison again.</Text>
          <Button
            size="xs"
            mt="xs"
            variant="default"
            className="screen-only"
            disabled={view.notValid.length > 0 || view.place?.running === true}
            onClick={() => view.run()}
          >
            Run again
          </Button>
        </Alert>
      )}
      <p className="compare-answer long-name">{answer(experiment)}</p>
      <Text size="sm" c="dimmed">
        {base === undefined ? '' : `${period(base)}. `}
        {counted(experiment.replications, 'run')}, engine {experiment.engine}, seed {experiment.seed}. The
        sentence is about the whole service, in families.
      </Text>
      {found.length === 0 ? null : (
        <Alert
          color="yellow"
          className="compare-alert"
          icon={<IconAlertTriangle aria-hidden />}
          title="Before you rely on these figures"
          mt="sm"
        >
          <List size="sm" spacing={4}>
            {found.map(({ text }) => (
              <List.Item key={text}>{text}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </section>
  );
});
