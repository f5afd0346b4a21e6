/** The service: its pathway as a picture, the part that is open for editing, and what comes of it. */
import { Title, UnstyledButton } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { useApp } from '../../frame/app-context.ts';
import { useLivePreview } from '../../frame/live-preview.ts';
import { NoScenario } from '../../frame/no-scenario.tsx';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { viewOf } from '../changes/changes-view.ts';
import { DifferingButton } from './differing-button.tsx';
import { LiveResult } from './live-result.tsx';
import { NameDialog, type Naming } from './name-dialog.tsx';
import { partWith } from './part-homes.ts';
import { PartPanel } from './part-panel.tsx';
import { OTHER_PARTS, partOf } from './parts.ts';
import { PathwayPicture } from './pathway-picture.tsx';
import { recordActs } from './record-acts.ts';
import { ScenarioBar } from './scenario-bar.tsx';
import './service.css';

export const ServiceScreen = observer(() => {
  const { shown } = useApp();
  return shown ? <Service key={shown.id} scenario={shown} /> : <NoScenario />;
});

const Service = observer(({ scenario }: { readonly scenario: ScenarioStore }) => {
  const app = useApp();
  const [naming, setNaming] = useState<Naming | null>(null);
  const [more, setMore] = useState<string | null>(null);
  const place = useLivePreview('service', scenario, wishFor);
  const read = (path: string) => scenario.valueOf(path);
  const part = partOf(app.ui.part, read);
  const acts = recordActs(app, scenario, setNaming);
  const goTo = (path: string) => {
    const [room, change] = path.split('.');
    if (room === 'changes') {
      if (change !== undefined) viewOf(scenario).select(change);
      app.ui.show('changes');
      return;
    }
    const home = partWith(path, read);
    app.ui.selectPart(home.part);
    if (home.more) setMore(home.part);
    requestAnimationFrame(() => focusField(path));
  };
  const { document } = scenario;
  return (
    <div className="service">
      <Title order={1} className="visually-hidden">
        {scenario.name}
      </Title>
      <ScenarioBar scenario={scenario}>
        <DifferingButton scenario={scenario} goTo={goTo} />
      </ScenarioBar>
      <div className="service-columns">
        <div className="service-left">
          {document ? (
            <PathwayPicture
              scenario={scenario}
              document={document}
              run={place.experiment?.scenarios[0] ?? null}
              stale={place.stale || !scenario.valid}
              add={acts.add}
            />
          ) : (
            <div className="picture picture-missing">
              The pathway can be drawn once everything on the right is put right.
            </div>
          )}
          <div className="picture-foot">
            <OtherParts open={part.id} choose={(id) => app.ui.selectPart(id === '' ? null : id)} />
            <span className="picture-basis">
              Families a week, {place.experiment ? 'simulated' : 'by formula'}
            </span>
          </div>
          <PartPanel
            key={part.id}
            scenario={scenario}
            part={part}
            showsMore={more === part.id}
            showMore={(shows) => setMore(shows ? part.id : null)}
            acts={acts}
          />
        </div>
        <LiveResult scenario={scenario} place={place} goTo={goTo} />
      </div>
      <NameDialog naming={naming} close={() => setNaming(null)} />
    </div>
  );
});

interface OtherPartsProps {
  readonly open: string;
  readonly choose: (id: string) => void;
}

const OTHER_NAMES: Readonly<Record<(typeof OTHER_PARTS)[number], string>> = {
  '': 'Main numbers',
  waiting: 'Waiting',
  families: 'Families',
  period: 'Dates',
  costs: 'Costs',
};

function OtherParts({ open, choose }: OtherPartsProps) {
  return (
    <nav aria-label="Other parts" className="other-parts">
      {OTHER_PARTS.map((id) => (
        <UnstyledButton
          key={id}
          className="other-part"
          aria-current={open === id ? 'true' : undefined}
          onClick={() => choose(id)}
        >
          {OTHER_NAMES[id]}
        </UnstyledButton>
      ))}
    </nav>
  );
}

const wishFor = ({ content }: ScenarioStore) => ({ scenarios: [content] });

/** The field of a parameter, or the first of those that a problem is about. */
function focusField(path: string): void {
  const fields = [...document.querySelectorAll<HTMLElement>('.field[data-path]')];
  const of = (field: HTMLElement) => field.dataset.path ?? '';
  const found =
    fields.find((field) => of(field) === path || path.startsWith(`${of(field)}.`)) ??
    fields.find((field) => of(field).startsWith(`${path}.`));
  const input = found?.querySelector<HTMLElement>('input, textarea, select, [role="combobox"]');
  found?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}
