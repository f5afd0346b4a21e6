/** Why the list grows or stays, in plain words: by formula, apart from the simulation. */
import { Text, Title } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useMemo } from 'react';
import { EXPLAINED_HOW, explained } from '../../../reports/explain.ts';
import { explain } from '../../../scenarios/explanation.ts';
import type { ScenarioDocument } from '../../../scenarios/file.ts';

export const BalancePart = observer(function BalancePart({
  document,
}: {
  readonly document: ScenarioDocument;
}) {
  const moments = useMemo(() => explained(explain(document.scenario)), [document]);
  return (
    <>
      <Title order={2}>Why the list grows or stays</Title>
      <div className="balance">
        {moments.map(({ title, lines }) => (
          <section key={title}>
            <Title order={3}>{title}</Title>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </section>
        ))}
      </div>
      <Text size="sm" c="dimmed" maw={780}>
        {EXPLAINED_HOW}
      </Text>
    </>
  );
});
