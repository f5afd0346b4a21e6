/** Asks for a name: of a scenario, or of a part of the service. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';

export interface Naming {
  readonly title: string;
  readonly now: string;
  /** Why a name cannot be taken, or `null`. */
  readonly problem: (name: string) => string | null;
  readonly save: (name: string) => void;
}

interface NameDialogProps {
  /** `null`: nothing is asked. */
  readonly naming: Naming | null;
  readonly close: () => void;
}

export function NameDialog({ naming, close }: NameDialogProps) {
  return (
    <Modal opened={naming !== null} onClose={close} title={naming?.title} centered>
      {naming && <NameForm key={naming.title} naming={naming} close={close} />}
    </Modal>
  );
}

function NameForm({ naming, close }: { readonly naming: Naming; readonly close: () => void }) {
  const [name, setName] = useState(naming.now);
  const [tried, setTried] = useState(false);
  const problem = name.trim() === naming.now && naming.now !== '' ? null : naming.problem(name);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (problem !== null) return;
        if (name.trim() !== naming.now) naming.save(name.trim());
        close();
      }}
    >
      <TextInput
        label="Name"
        value={name}
        data-autofocus
        error={tried || name !== naming.now ? problem : null}
        onChange={({ target }) => setName(target.value)}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button type="submit">Save</Button>
      </Group>
    </form>
  );
}
