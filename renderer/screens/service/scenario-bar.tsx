/** The scenarios of the document, side by side, and what can be done with the one shown. */
import { ActionIcon, Button, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconCopy, IconDots, IconGitCompare } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { cutName } from '../../../reports/cut-name.ts';
import { quoted } from '../../../reports/wording.ts';
import { LONGEST_NAME } from '../../../scenarios/schema.ts';
import { useApp } from '../../frame/app-context.ts';
import type { AppStore } from '../../stores/app-store.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { viewOf } from '../compare/comparison-view.ts';
import { NameDialog, type Naming } from './name-dialog.tsx';
import { tellWithUndo } from './undo-notice.ts';

interface ScenarioBarProps {
  readonly scenario: ScenarioStore;
  /** Stands before what can be done with the scenario. */
  readonly children: ReactNode;
}

export const ScenarioBar = observer(({ scenario, children }: ScenarioBarProps) => {
  const app = useApp();
  const [naming, setNaming] = useState<Naming | null>(null);
  const fixed = app.document?.confirmed.readOnly != null;
  const rename = () =>
    setNaming({
      title: 'Rename the scenario',
      now: scenario.name,
      problem: (name) =>
        name.trim() === '' || name.trim().length > LONGEST_NAME
          ? `Write a name of up to ${LONGEST_NAME} characters.`
          : null,
      save: (name) => scenario.rename(name),
    });
  return (
    <div className="scenario-bar">
      <nav aria-label="Scenarios" className="scenario-tabs">
        {app.scenarios.map((each) => (
          <Tab key={each.id} scenario={each} shown={each.id === scenario.id} longest={longestInTab(app)} />
        ))}
      </nav>
      {children}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconCopy size={16} aria-hidden />}
        disabled={fixed}
        onClick={() => app.duplicateScenario(scenario.id)}
      >
        Duplicate
      </Button>
      <CompareWith scenario={scenario} disabled={fixed} />
      <Menu position="bottom-end" shadow="md" withinPortal>
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={`More for ${quoted(scenario.name)}`}>
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={fixed} onClick={rename}>
            Rename
          </Menu.Item>
          <Menu.Item onClick={() => app.ui.show('start')}>Add another service</Menu.Item>
          <Menu.Item disabled={fixed} color="red" onClick={() => remove(app, scenario)}>
            Delete
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <NameDialog naming={naming} close={() => setNaming(null)} />
    </div>
  );
});

/** Characters that there is room for: in the widest tab, and in all of them together. */
const MOST_IN_TAB = 36;
const MOST_IN_TABS = 54;
/** Fewer do not tell one scenario from another. */
const LEAST_IN_TAB = 16;

interface TabProps {
  readonly scenario: ScenarioStore;
  readonly shown: boolean;
  /** Characters of its name. */
  readonly longest: number;
}

const longestInTab = ({ scenarios }: AppStore) =>
  Math.min(MOST_IN_TAB, Math.max(LEAST_IN_TAB, Math.floor(MOST_IN_TABS / scenarios.length)));

const Tab = observer(({ scenario, shown, longest }: TabProps) => {
  const { ui } = useApp();
  const tab = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (shown) tab.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [shown]);
  return (
    <Tooltip
      label={scenario.name}
      withArrow
      openDelay={500}
      events={{ hover: true, focus: true, touch: false }}
    >
      <UnstyledButton
        ref={tab}
        className="scenario-tab"
        aria-label={scenario.name}
        aria-current={shown ? 'true' : undefined}
        onClick={() => ui.selectScenario(scenario.id)}
      >
        {cutName(scenario.name, longest)}
      </UnstyledButton>
    </Tooltip>
  );
});

interface CompareWithProps {
  readonly scenario: ScenarioStore;
  readonly disabled: boolean;
}

const CompareWith = observer(({ scenario, disabled }: CompareWithProps) => {
  const app = useApp();
  const others = app.scenarios.filter(({ id }) => id !== scenario.id);
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconGitCompare size={16} aria-hidden />}
          disabled={disabled}
        >
          Compare with
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw={420}>
        {others.length === 0 && <Menu.Label>Duplicate this scenario and change the copy first</Menu.Label>}
        {others.map((other) => (
          <Menu.Item key={other.id} onClick={() => compare(app, other, scenario)}>
            {other.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});

/** The comparison that the document has of these two, or a new one. */
function compare(app: AppStore, base: ScenarioStore, scenario: ScenarioStore): void {
  const { document } = app;
  if (!document) return;
  app.commit();
  const view = viewOf(app, document);
  const ids = [base.id, scenario.id];
  const known = view.comparisons.find(({ scenarios }) => scenarios.join() === ids.join());
  if (known) view.show(known.id);
  else view.keep({ id: crypto.randomUUID(), name: `${scenario.name} and ${base.name}`, scenarios: ids });
  app.ui.show('compare');
}

function remove(app: AppStore, scenario: ScenarioStore): void {
  const { name } = scenario;
  app.commit();
  app.removeScenario(scenario.id);
  // As the step is called that removes it.
  tellWithUndo(app, `${quoted(name)} is deleted`, '', `${quoted(name)} removed`);
}
