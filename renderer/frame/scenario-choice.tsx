/** Which scenario of the document is shown; said as words where there is only one. */
import { Select, Text } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useApp } from './app-context.ts';

export const ScenarioChoice = observer(function ScenarioChoice() {
  const app = useApp();
  const { shown, scenarios, ui } = app;
  if (!shown) return null;
  if (scenarios.length === 1) return <Text fw={600}>{shown.name}</Text>;
  return (
    <Select
      aria-label="Scenario shown"
      data={scenarios.map(({ id, name }) => ({ value: id, label: name }))}
      value={shown.id}
      allowDeselect={false}
      w="min(24rem, 100%)"
      onChange={(id) => {
        app.commit();
        ui.selectScenario(id);
      }}
    />
  );
});
