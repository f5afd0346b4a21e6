/** Documents opened lately or kept in the folder for documents. */
import { Button, Group, Skeleton, Stack, Text, TextInput, Title, UnstyledButton } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import { useEffect, useState } from 'react';
import type { DocumentFile } from '../../../host/contract.ts';
import { useApp } from '../../frame/app-context.ts';

export const DocumentsPanel = observer(() => {
  const app = useApp();
  const { recent, desktop, about, phase } = app;
  useEffect(() => {
    if (phase === 'ready') void app.refreshRecent();
  }, [app, phase]);
  return (
    <section className="start-panel documents" aria-labelledby="documents-title">
      <Title order={2} id="documents-title" mb="xs">
        Your documents
      </Title>
      {recent === null && phase === 'connecting' && <Waiting />}
      {recent?.length === 0 && (
        <Text size="sm" c="dimmed">
          None yet. Choose a service, and a document is made for it in {about?.folder}. Every change is saved
          as you make it.
        </Text>
      )}
      {recent && recent.length > 0 && (
        <ul className="document-list">
          {recent.map((file) => (
            <li key={file.path}>
              <DocumentEntry file={file} />
            </li>
          ))}
        </ul>
      )}
      {desktop ? (
        <Button variant="default" mt="sm" fullWidth onClick={() => void app.chooseDocument()}>
          Open another document
        </Button>
      ) : (
        <OpenByPath />
      )}
    </section>
  );
});

function Waiting() {
  return (
    <Stack gap="xs" role="status" aria-label="Looking for documents">
      <Skeleton height={40} />
      <Skeleton height={40} />
    </Stack>
  );
}

const DocumentEntry = observer(({ file }: { readonly file: DocumentFile }) => {
  const app = useApp();
  const { name, path, changed } = file;
  return (
    <UnstyledButton
      className="document-entry"
      disabled={changed === null}
      aria-disabled={app.busy !== null}
      title={path}
      onClick={() => {
        if (app.busy === null) void app.openDocument(path);
      }}
    >
      <span className="document-entry-name">{name}</span>
      <span className="document-entry-when">
        {changed === null ? 'no longer there' : changedInWords(changed)}
      </span>
    </UnstyledButton>
  );
});

/** A browser has no way to name a file of this machine but by its path. */
const OpenByPath = observer(() => {
  const app = useApp();
  const [path, setPath] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (path.trim() !== '') void app.openDocument(path.trim());
      }}
    >
      <Group mt="sm" gap="xs" align="flex-end" wrap="nowrap">
        <TextInput
          label="Path of another"
          placeholder="…/Our service.headroom"
          value={path}
          onChange={({ target }) => setPath(target.value)}
          style={{ flex: 1 }}
        />
        <Button type="submit" variant="default" disabled={app.busy !== null}>
          Open
        </Button>
      </Group>
    </form>
  );
});

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
const changedInWords = (iso: string) => WHEN.format(new Date(iso));
