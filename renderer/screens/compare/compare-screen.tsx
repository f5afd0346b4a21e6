/** Two to six scenarios side by side: the answer in a sentence, then the figures and pictures behind it. */
import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { reaction } from 'mobx';
import { observer } from 'mobx-react-lite';
import { useEffect } from 'react';
import { useApp } from '../../frame/app-context.ts';
import { ComparisonBar } from './comparison-bar.tsx';
import { ComparisonForm } from './comparison-form.tsx';
import { ComparisonResult } from './comparison-result.tsx';
import { type ComparisonView, viewOf } from './comparison-view.ts';
import { RunBar } from './run-bar.tsx';
import { TooFewScenarios } from './too-few-scenarios.tsx';
import './compare.css';

export const CompareScreen = observer(function CompareScreen() {
  const app = useApp();
  if (app.document === null) return null;
  return <Comparing view={viewOf(app, app.document)} />;
});

const Comparing = observer(function Comparing({ view }: { readonly view: ComparisonView }) {
  const { comparison, form } = view;
  useEffect(
    () =>
      reaction(
        () => [view.comparison, view.stale, view.notValid.length],
        () => void view.look(),
        { fireImmediately: true },
      ),
    [view],
  );
  if (view.app.scenarios.length < 2) return <TooFewScenarios />;
  if (comparison === null || form !== null) {
    return (
      <Stack className="compare" gap="md">
        <Title order={1}>Compare</Title>
        <ComparisonForm key={form ?? 'first'} view={view} changed={form === 'change' ? comparison : null} />
      </Stack>
    );
  }
  return (
    <Stack className="compare" gap="md">
      <ComparisonBar view={view} comparison={comparison} />
      <RunBar view={view} />
      <Shown view={view} />
    </Stack>
  );
});

const Shown = observer(function Shown({ view }: { readonly view: ComparisonView }) {
  const { experiment, place, trouble, notValid } = view;
  if (experiment !== null) return <ComparisonResult view={view} experiment={experiment} />;
  if (trouble !== null) {
    return (
      <Alert color="red" title="The results kept in this document could not be read">
        <Text size="sm">{trouble}</Text>
        <Button size="xs" mt="xs" variant="default" onClick={() => void view.look()}>
          Try again
        </Button>
      </Alert>
    );
  }
  if (view.looking || place?.running || (place?.failure === null && notValid.length === 0)) {
    return (
      <Group className="compare-waiting" role="status" gap="sm">
        <Loader size="sm" aria-hidden />
        <Text>
          {view.looking ? 'Looking for results kept in the document' : 'A first look is being simulated'}
        </Text>
      </Group>
    );
  }
  return null;
});
