/** Things to tell, at the lower edge, read out as they come. What went well goes away by itself. */
import { Button, Notification } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useEffect, useRef } from 'react';
import type { Notice } from '../stores/ui-store.ts';
import { useApp } from './app-context.ts';
import { CONTENT } from './content-place.ts';

const COLOURS = { done: 'teal', attention: 'yellow', failure: 'red' } as const;
const KIND_WORDS = { done: 'Done', attention: 'Please note', failure: 'Not done' } as const;
/** Milliseconds. */
const DONE_STAYS = 10_000;

export const Notices = observer(() => {
  const { ui } = useApp();
  return (
    <section className="notices" aria-label="Notices" aria-live="polite">
      {ui.notices.map((notice) => (
        <Shown key={notice.id} notice={notice} putAway={() => ui.putAway(notice.id)} />
      ))}
    </section>
  );
});

function Shown({ notice, putAway }: { readonly notice: Notice; readonly putAway: () => void }) {
  const { kind, title, text, id, act } = notice;
  const { ui } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const leave = () => {
    putAway();
    document.getElementById(CONTENT)?.focus();
  };
  useEffect(() => {
    if (kind !== 'done') return;
    const timer = setInterval(() => {
      // Nobody loses what they are about to press.
      if (!place.current?.matches(':focus-within, :hover')) ui.putAway(id);
    }, DONE_STAYS);
    return () => clearInterval(timer);
  }, [kind, id, ui]);
  return (
    <Notification
      ref={place}
      color={COLOURS[kind]}
      title={kind === 'done' ? title : `${KIND_WORDS[kind]}: ${title}`}
      withBorder
      closeButtonProps={{ 'aria-label': `Put away: ${title}` }}
      onClose={leave}
    >
      {text}
      {act && (
        <Button
          size="compact-sm"
          variant="default"
          display="block"
          mt={4}
          onClick={() => {
            act.run();
            leave();
          }}
        >
          {act.label}
        </Button>
      )}
    </Notification>
  );
}
