/** A service that has published figures of itself, as one thing to press. */
import { UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import type { Preset } from '../../../scenarios/presets/preset.ts';
import { cardFacts } from './preset-card-facts.ts';

interface PresetCardProps {
  readonly preset: Preset;
  readonly disabled: boolean;
  readonly choose: () => void;
}

export function PresetCard({ preset, disabled, choose }: PresetCardProps) {
  const id = useId();
  const { caseload, length, waiting, source } = cardFacts(preset);
  const facts = [
    ['Caseload', caseload],
    ['Length', length],
    ['Waiting', waiting],
  ] as const;
  return (
    <UnstyledButton
      className="preset-card"
      data-card
      data-preset={preset.id}
      // Not disabled, which would take the focus from it while its document is made.
      aria-disabled={disabled}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-facts ${id}-summary`}
      onClick={() => {
        if (!disabled) choose();
      }}
    >
      <span className="preset-card-title" id={`${id}-title`}>
        {preset.title}
      </span>
      {facts.some(([, said]) => said !== null) && (
        <span className="preset-card-facts" id={`${id}-facts`}>
          {facts.map(([term, said]) => (
            <span key={term} className="preset-card-fact">
              <span className="preset-card-term">{term}</span>{' '}
              <span
                className={said === null ? 'preset-card-none' : 'preset-card-value'}
                title={said ?? undefined}
              >
                {said ?? 'not published'}
              </span>
            </span>
          ))}
        </span>
      )}
      <span className="preset-card-summary" id={`${id}-summary`}>
        {preset.summary}
      </span>
      <span className="preset-card-source">
        {source === null ? 'Made up; belongs to no council' : `${source}. As of ${preset.asOf}`}
      </span>
    </UnstyledButton>
  );
}
