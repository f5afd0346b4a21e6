/** Everything that is wrong with the scenario as it stands; each leads to its field. It lies over the result, which is not current then. */
import { UnstyledButton } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { counted } from '../../../reports/wording.ts';
import { labelWithChange } from '../../fields/labels.ts';
import type { ScenarioStore } from '../../stores/scenario-store.ts';

interface ProblemListProps {
  readonly scenario: ScenarioStore;
  readonly goTo: (path: string) => void;
}

export const ProblemList = observer(({ scenario, goTo }: ProblemListProps) => {
  const { problems } = scenario;
  if (problems.length === 0) return null;
  return (
    <section className="problems" aria-labelledby="problems-title">
      <h3 id="problems-title" className="problems-title">
        {counted(problems.length, 'thing')} to put right before it can be simulated
      </h3>
      <ul>
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <UnstyledButton className="link" onClick={() => goTo(path)}>
              <strong>{labelWithChange(path)}</strong> {message}
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
});
