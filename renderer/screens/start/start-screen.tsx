/** Where work begins: a document, a service like one's own, or six figures. */
import { Alert, Button, Group, Loader, SegmentedControl, Text, Title } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useRef, useState } from 'react';
import type { ScenarioContent } from '../../../host/contract.ts';
import { useApp } from '../../frame/app-context.ts';
import { contentFrom } from '../../stores/scenario-reading.ts';
import { DocumentsPanel } from './documents-panel.tsx';
import { FiguresForm } from './figures-form.tsx';
import { PresetGrid } from './preset-grid.tsx';
import './start.css';

export const StartScreen = observer(() => {
  const app = useApp();
  const [asking, setAsking] = useState(false);
  const [where, setWhere] = useState<'new' | 'open'>('new');
  const figuresButton = useRef<HTMLButtonElement>(null);
  const { document, phase, busy } = app;
  const addable = document !== null && document.confirmed.readOnly === null;
  const disabled = phase !== 'ready' || busy !== null;

  const begin = (content: ScenarioContent) => {
    if (addable && where === 'open') {
      app.addScenario(content);
      app.ui.show('service');
    } else void app.newDocument(String(content.name), content);
  };

  return (
    <div className="start">
      <div className="start-main">
        <Title order={1}>See what a change would do to the waiting list</Title>
        <Text c="dimmed" mb="md" maw={680}>
          Begin with a service like yours, or with your own figures. Then change something and see what comes
          of it.
        </Text>
        {phase === 'out of reach' && <OutOfReach />}
        {addable && (
          <Group mb="md" gap="sm">
            <Text size="sm" id="where-label">
              Put it in
            </Text>
            <SegmentedControl
              aria-labelledby="where-label"
              value={where}
              onChange={(value) => setWhere(value === 'open' ? 'open' : 'new')}
              data={[
                { value: 'new', label: 'a new document' },
                { value: 'open', label: `“${document.state.name}”` },
              ]}
            />
          </Group>
        )}
        {asking ? (
          <FiguresForm
            disabled={disabled}
            start={begin}
            back={() => {
              setAsking(false);
              requestAnimationFrame(() => figuresButton.current?.focus());
            }}
          />
        ) : (
          <section aria-labelledby="presets-title">
            <Title order={2} id="presets-title" mb={4}>
              Start from a service like yours
            </Title>
            <PresetGrid disabled={disabled} choose={({ id, title }) => begin(contentFrom(id, title))}>
              <Button ref={figuresButton} onClick={() => setAsking(true)} disabled={disabled}>
                Start from my figures
              </Button>
            </PresetGrid>
          </section>
        )}
      </div>
      <aside className="start-aside" aria-label="Documents">
        <DocumentsPanel />
        <Text size="sm" role="status" mt="sm" className="start-busy">
          {busy !== null && (
            <>
              <Loader size="xs" type="dots" aria-hidden /> {busy}
            </>
          )}
        </Text>
      </aside>
    </div>
  );
});

function OutOfReach() {
  const app = useApp();
  return (
    <Alert color="red" title="Headroom cannot reach its files" mb="md">
      <Text size="sm" mb="sm">
        The part of Headroom that keeps documents and runs the simulation does not answer. Nothing that was
        saved is lost.
      </Text>
      <Button variant="default" size="compact-sm" onClick={() => void app.start()}>
        Try again
      </Button>
    </Alert>
  );
}
