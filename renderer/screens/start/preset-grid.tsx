/** The presets as cards, found by typing; arrow keys go from card to card. */
import { Box, Text, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { counted } from '../../../reports/wording.ts';
import { PRESETS } from '../../../scenarios/presets/index.ts';
import type { Preset } from '../../../scenarios/presets/preset.ts';
import { PresetCard } from './preset-card.tsx';
import { presetsMatching } from './preset-card-facts.ts';

interface PresetGridProps {
  readonly disabled: boolean;
  readonly choose: (preset: Preset) => void;
  /** Stands at the end of the row with the search. */
  readonly children: ReactNode;
}

export function PresetGrid({ disabled, choose, children }: PresetGridProps) {
  const [typed, setTyped] = useState('');
  const grid = useRef<HTMLDivElement>(null);
  const found = presetsMatching(PRESETS, typed);
  const cards = () => [...(grid.current?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];

  const inSearch = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      cards()[0]?.focus();
    } else if (event.key === 'Enter' && found.length === 1 && !disabled) choose(found[0]!);
    else if (event.key === 'Escape') setTyped('');
  };

  const amongCards = (event: KeyboardEvent) => {
    const all = cards();
    const next = placeAfter(event.key, all.indexOf(document.activeElement as HTMLElement), all);
    if (next === null) return;
    event.preventDefault();
    all[next]?.focus();
  };

  return (
    <>
      <div className="preset-head">
        <TextInput
          label="Find a service"
          placeholder="Authority, kind of service or source"
          leftSection={<IconSearch size={16} aria-hidden />}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={inSearch}
          className="preset-search"
        />
        <Text size="sm" c="dimmed" role="status">
          {counted(found.length, 'service')}
        </Text>
        <span className="preset-space" />
        {children}
      </div>
      <Box
        ref={grid}
        className="preset-grid"
        role="group"
        aria-label="Services with published figures"
        onKeyDown={amongCards}
      >
        {found.map((preset) => (
          <PresetCard key={preset.id} preset={preset} disabled={disabled} choose={() => choose(preset)} />
        ))}
      </Box>
      {found.length === 0 && (
        <Text c="dimmed" py="lg">
          No service has “{typed}” in its description. Try the name of a council, or start from your own
          figures.
        </Text>
      )}
    </>
  );
}

/** Where an arrow key leads: along the row, or to the card nearest above or below. `null` for other keys. */
function placeAfter(key: string, now: number, cards: readonly HTMLElement[]): number | null {
  if (now < 0) return null;
  const last = cards.length - 1;
  const across = cards.filter((card) => card.offsetTop === cards[0]?.offsetTop).length;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: now + 1,
    ArrowLeft: now - 1,
    ArrowDown: now + across,
    ArrowUp: now - across,
    Home: 0,
    End: last,
  };
  const next = steps[key];
  return next === undefined ? null : Math.max(0, Math.min(last, next));
}
