import { Button } from '@mantine/core';
import { IconCheck, IconTable } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { copyTable } from './table-clipboard.ts';

interface Given {
  readonly table: RefObject<HTMLTableElement | null>;
}

const LABELS = { ready: 'Copy table', copied: 'Copied', refused: 'Not copied' } as const;
/** Milliseconds for which it says what became of it. */
const SAID_FOR = 2500;

export function CopyTableButton({ table }: Given) {
  const [state, setState] = useState<keyof typeof LABELS>('ready');
  const copy = () => {
    if (table.current === null) return;
    setState(copyTable(table.current) ? 'copied' : 'refused');
    setTimeout(() => setState('ready'), SAID_FOR);
  };
  const Icon = state === 'copied' ? IconCheck : IconTable;
  return (
    <Button
      className="chart-button"
      variant="subtle"
      size="compact-sm"
      leftSection={<Icon size={16} aria-hidden />}
      onClick={copy}
    >
      <span aria-live="polite">{LABELS[state]}</span>
    </Button>
  );
}
