/** What holds the service back, and what alone would bring its list level: in the simulation, and by formula. */
import { Title } from '@mantine/core';
import { useMemo } from 'react';
import type { ScenarioRun } from '../../../reports/experiment.ts';
import { EXPLAINED_HOW, explainedShortly } from '../../../reports/explain.ts';
import { binding } from '../../../reports/findings.ts';
import { explain } from '../../../scenarios/explanation.ts';
import type { ScenarioDocument } from '../../../scenarios/file.ts';
import { HelpTip } from '../../fields/help-tip.tsx';

interface WhatBindsProps {
  readonly document: ScenarioDocument | null;
  readonly run: ScenarioRun | null;
  readonly stale: boolean;
}

export function WhatBinds({ document, run, stale }: WhatBindsProps) {
  const lines = useMemo(() => (document ? explainedShortly(explain(document.scenario)) : []), [document]);
  return (
    <section className="binds" aria-labelledby="binds-title">
      <div className="binds-head">
        <Title order={3} id="binds-title">
          What holds it back
        </Title>
        <HelpTip title="What holds it back">{EXPLAINED_HOW}</HelpTip>
      </div>
      <p className="binds-simulated" data-stale={stale || undefined}>
        {run ? binding(run).words : 'The simulation will say how fully places and hours are used.'}
      </p>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}
