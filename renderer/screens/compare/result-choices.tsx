/** What of a result is shown: families or children, which part of the service, which measures. */
import { Button, Checkbox, Group, Popover, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { countsOf, type Experiment } from '../../../reports/experiment.ts';
import { label } from '../../../reports/wording.ts';
import { MEASURE_KEYS } from '../../../sim/measures/measures.ts';
import type { Group as Part } from '../../../sim/measures/result.ts';
import { groupChoices, groupId, HEADLINE, measureChoices } from './choices.ts';
import type { ComparisonView } from './comparison-view.ts';
import { TakeResultAlong } from './take-result-along.tsx';

interface Given {
  readonly view: ComparisonView;
  readonly experiment: Experiment;
  /** The part of the service shown. */
  readonly group: Part;
}

export const ResultChoices = observer(function ResultChoices({ view, experiment, group }: Given) {
  const parts = groupChoices(experiment, group.counted);
  const choosePart = (id: string | null) => {
    const found = parts.flatMap(({ groups }) => groups).find((candidate) => groupId(candidate) === id);
    view.chooseGroup(found ?? null);
  };
  return (
    <Group gap="md" align="flex-end" className="compare-choices screen-only">
      {countsOf(experiment).length < 2 ? null : (
        <div>
          <Text size="sm" fw={500} id="compare-counted">
            Count
          </Text>
          <SegmentedControl
            aria-labelledby="compare-counted"
            data={[
              { value: 'families', label: 'Families' },
              { value: 'children', label: 'Children' },
            ]}
            value={group.counted}
            onChange={(counted) =>
              void view.app.changeSettings({ counted: counted === 'children' ? 'children' : 'families' })
            }
          />
        </div>
      )}
      {parts.flatMap(({ groups }) => groups).length < 2 ? null : (
        <Select
          label="Part of the service"
          data={parts.map(({ title, groups }) => ({
            group: title,
            items: groups.map((part) => ({ value: groupId(part), label: part.name })),
          }))}
          value={groupId(group)}
          onChange={choosePart}
          allowDeselect={false}
          w="16rem"
        />
      )}
      <Measures view={view} experiment={experiment} group={group} />
      <TakeResultAlong view={view} experiment={experiment} />
    </Group>
  );
});

const Measures = observer(function Measures({ view, experiment, group }: Given) {
  const choices = measureChoices(experiment);
  const choose = (keys: string[]) => view.chooseMeasures(MEASURE_KEYS.filter((key) => keys.includes(key)));
  return (
    <Popover position="bottom-start" width="26rem" trapFocus returnFocus transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button variant="default" leftSection={<IconListCheck size={16} aria-hidden />}>
          Measures ({view.measures.length})
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="compare-measures" aria-label="Measures in the table">
        <Group gap="xs" mb="sm">
          <Button size="compact-sm" variant="default" onClick={() => view.chooseMeasures(HEADLINE)}>
            The usual ones
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => choose(choices.flatMap(({ keys }) => keys))}
          >
            All
          </Button>
        </Group>
        <Checkbox.Group value={[...view.measures]} onChange={choose} aria-label="Measures in the table">
          <Stack gap="md">
            {choices.map(({ title, keys }) => (
              <Stack key={title} gap={6}>
                <Text size="sm" fw={600}>
                  {title}
                </Text>
                {keys.map((key) => (
                  <Checkbox key={key} size="sm" value={key} label={label(key, group.counted)} />
                ))}
              </Stack>
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  );
});
