/** Which comparison is shown, and what can be done with it as a whole. */
import { ActionIcon, Button, Group, Select, Title, Tooltip } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import type { KeptComparison } from '../../../host/contract.ts';
import type { ComparisonView } from './comparison-view.ts';

interface Given {
  readonly view: ComparisonView;
  readonly comparison: KeptComparison;
}

export const ComparisonBar = observer(function ComparisonBar({ view, comparison }: Given) {
  const several = view.comparisons.length > 1;
  return (
    <Group justify="space-between" align="center" gap="sm" className="compare-bar">
      <Title order={1} className="long-name compare-name">
        {comparison.name}
      </Title>
      <Group gap="xs" className="screen-only">
        {several ? (
          <Select
            aria-label="Comparison shown"
            data={view.comparisons.map(({ id, name }) => ({ value: id, label: name }))}
            value={comparison.id}
            onChange={(id) => id !== null && view.show(id)}
            allowDeselect={false}
            w="16rem"
          />
        ) : null}
        <Button
          variant="default"
          leftSection={<IconPencil size={16} aria-hidden />}
          disabled={view.readOnly}
          onClick={() => view.open('change')}
        >
          Choose scenarios
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={view.readOnly}
          onClick={() => view.open('new')}
        >
          New comparison
        </Button>
        <Tooltip label="Remove this comparison (undo brings it back)">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={`Remove comparison ${comparison.name}`}
            disabled={view.readOnly}
            onClick={() => view.remove()}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  );
});
