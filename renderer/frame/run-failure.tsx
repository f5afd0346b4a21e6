/** Why the simulation at a place on a screen failed, with a way to try it again. */
import { Alert, Button } from '@mantine/core';
import { observer } from 'mobx-react-lite';
import type { RunPlace } from '../stores/run-store.ts';
import { useApp } from './app-context.ts';

export const RunFailure = observer(function RunFailure({ place }: { readonly place: RunPlace }) {
  const { runs } = useApp();
  if (place.failure === null) return null;
  return (
    <Alert color="red" title="It could not be simulated" mb="sm">
      {place.failure.message}
      <Button
        size="compact-sm"
        variant="default"
        display="block"
        mt="xs"
        onClick={() => runs.again(place.name)}
      >
        Try again
      </Button>
    </Alert>
  );
});
