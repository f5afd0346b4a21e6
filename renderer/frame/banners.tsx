/** What holds for the open document as long as it lasts: it cannot be written, or the last edits are not saved yet. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useApp } from './app-context.ts';

export const Banners = observer(() => {
  const app = useApp();
  const { document } = app;
  if (!document) return null;
  const { readOnly } = document.confirmed;
  const { trouble, refused } = document;
  return (
    <>
      {readOnly !== null && (
        <Alert color="yellow" radius={0} title="This document can only be read" className="banner">
          <Said text={readOnly} act="Save a copy" onAct={() => void app.copyDocument()} />
        </Alert>
      )}
      {app.phase === 'out of reach' && (
        <Alert color="red" radius={0} title="Headroom does not answer" role="alert" className="banner">
          <Said
            text="It may have been closed. What was saved is safe; what you change now stays on this page until Headroom answers again."
            act="Try again"
            onAct={() => void app.start()}
          />
        </Alert>
      )}
      {trouble && (
        <Alert
          color="red"
          radius={0}
          title="Your last changes are not saved yet"
          role="alert"
          className="banner"
        >
          <Said
            text={`${trouble.message} They are kept here until they are.`}
            act="Try again"
            onAct={() => void app.saveAgain()}
          />
        </Alert>
      )}
      {refused && (
        <Alert color="red" radius={0} title="A change could not be made" role="alert" className="banner">
          <Said
            text={`${refused.label}: ${refused.failure.message}`}
            act="I have read this"
            onAct={() => document.forgetRefused()}
          />
        </Alert>
      )}
    </>
  );
});

interface SaidProps {
  readonly text: string;
  readonly act: string;
  readonly onAct: () => void;
}

function Said({ text, act, onAct }: SaidProps) {
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Text size="sm">{text}</Text>
      <Button size="compact-sm" variant="default" onClick={onAct}>
        {act}
      </Button>
    </Group>
  );
}
