/** What this scenario changes of the preset it starts from: each can be gone to, and put back. */
import { ActionIcon, Button, Popover, ScrollArea, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { useState } from 'react';
import { counted } from '../../../reports/wording.ts';
import { labelInPlace } from '../../fields/labels.ts';
import { valueShortly } from '../../fields/words.ts';
import { useApp } from '../../frame/app-context.ts';
import { withoutValue } from '../../stores/scenario-content.ts';
import { baseOf } from '../../stores/scenario-reading.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';
import { recordsDiffering } from './records.ts';

interface DifferingButtonProps {
  readonly scenario: ScenarioStore;
  readonly goTo: (path: string) => void;
}

export const DifferingButton = observer(({ scenario, goTo }: DifferingButtonProps) => {
  const app = useApp();
  const [opened, setOpened] = useState(false);
  const { gone, own } = recordsDiffering(scenario.content);
  const paths = scenario.differing.filter(
    (path) => !path.startsWith('changes.') && !own.some((record) => path.startsWith(`${record}.`)),
  );
  const many = paths.length + gone.length + own.length;
  const fixed = app.document?.confirmed.readOnly != null;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      shadow="md"
      width={420}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button
          className="differing"
          size="xs"
          variant="subtle"
          aria-disabled={many === 0 || undefined}
          data-changed={many > 0 || undefined}
          onClick={() => setOpened(many > 0 && !opened)}
        >
          {many === 0 ? 'As the preset has it' : `${counted(many, 'change')}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={320}>
          <ul className="differing-list">
            {paths.map((path) => {
              const { value, baseValue, leaf } = scenario.field(path);
              const words = `${labelInPlace(path)}: ${valueShortly(value, leaf.about.unit)} instead of ${valueShortly(baseValue, leaf.about.unit)}`;
              return (
                <li key={path}>
                  <UnstyledButton
                    className="link"
                    onClick={() => {
                      setOpened(false);
                      goTo(path);
                    }}
                  >
                    {words}
                  </UnstyledButton>
                  <PutBack what={labelInPlace(path)} disabled={fixed} act={() => scenario.putBack(path)} />
                </li>
              );
            })}
            {own.map((path) => (
              <li key={path}>{nameOf(path)}: not in the preset</li>
            ))}
            {gone.map((path) => (
              <li key={path}>
                <span>{nameOf(path)}: taken out</span>
                <PutBack
                  what={nameOf(path)}
                  disabled={fixed}
                  act={() =>
                    scenario.change(`${nameOf(path)} put back`, (content) =>
                      withoutValue(content, path, baseOf(content)),
                    )
                  }
                />
              </li>
            ))}
          </ul>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
});

const nameOf = (path: string) => path.split('.').at(-1)!;

interface PutBackProps {
  readonly what: string;
  readonly disabled: boolean;
  readonly act: () => void;
}

function PutBack({ what, disabled, act }: PutBackProps) {
  return (
    <ActionIcon variant="subtle" size={24} aria-label={`Put back: ${what}`} disabled={disabled} onClick={act}>
      <IconArrowBackUp size={16} aria-hidden />
    </ActionIcon>
  );
}
