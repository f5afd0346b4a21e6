/** The bar on top: where one is, what is open, whether it is saved, and the way back. */
import { ActionIcon, Group, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconHelp } from '@tabler/icons-react';
import { observer } from 'mobx-react-lite';
import { SCREENS, type Screen } from '../stores/ui-store.ts';
import { useApp } from './app-context.ts';
import { SCREEN_NAMES } from './screen-names.ts';
import { ThemeSwitch } from './theme-switch.tsx';

export const Header = observer(({ screen }: { readonly screen: Screen }) => {
  const app = useApp();
  const { document, ui } = app;
  return (
    <header className="header">
      <span className="brand">Headroom</span>
      <nav aria-label="Screens" className="screens">
        {SCREENS.map((name) => (
          <UnstyledButton
            key={name}
            className="screen-link"
            aria-current={screen === name ? 'page' : undefined}
            disabled={name !== 'start' && !document}
            onClick={() => ui.show(name)}
          >
            {SCREEN_NAMES[name]}
          </UnstyledButton>
        ))}
      </nav>
      <span className="header-space" />
      {document && <OpenDocument />}
      <Group gap={4} wrap="nowrap">
        {document && (
          <>
            <Step kind="Undo" what={document.undoes} act={() => app.undo()} />
            <Step kind="Redo" what={document.redoes} act={() => app.redo()} />
          </>
        )}
        <ThemeSwitch />
        <ActionIcon
          variant="subtle"
          color="gray"
          c="dimmed"
          size="lg"
          aria-label="Help"
          onClick={() => ui.openHelp(true)}
        >
          <IconHelp size={20} aria-hidden />
        </ActionIcon>
      </Group>
    </header>
  );
});

const SAVED_WORDS = {
  saved: 'Saved',
  saving: 'Saving',
  'not saved': 'Not saved',
  'read only': 'Read only',
} as const;

const OpenDocument = observer(() => {
  const app = useApp();
  const { document } = app;
  if (!document) return null;
  const { name, path } = document.state;
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <UnstyledButton
          className="document"
          title={path}
          aria-label={`Document ${name}, ${SAVED_WORDS[document.saved]}`}
        >
          <span className="document-name">{name}</span>
          <span className="document-saved" data-saved={document.saved}>
            {SAVED_WORDS[document.saved]}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void app.copyDocument()}>Save a copy</Menu.Item>
        <Menu.Item onClick={() => window.print()}>Print this screen</Menu.Item>
        <Menu.Item onClick={() => void app.closeDocument()}>Close the document</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
});

interface StepProps {
  readonly kind: 'Undo' | 'Redo';
  /** What would be undone or redone, in words. */
  readonly what: string | null;
  readonly act: () => void;
}

/** Not disabled in the way that takes focus away: the button may be pressed until nothing is left to undo. */
function Step({ kind, what, act }: StepProps) {
  const label = what === null ? `Nothing to ${kind.toLowerCase()}` : `${kind}: ${what}`;
  const Icon = kind === 'Undo' ? IconArrowBackUp : IconArrowForwardUp;
  return (
    <Tooltip label={label} withArrow multiline maw={360} events={{ hover: true, focus: true, touch: false }}>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="dimmed"
        size="lg"
        aria-label={label}
        aria-disabled={what === null}
        {...(what === null ? { 'data-disabled': true } : {})}
        onClick={act}
      >
        <Icon size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
