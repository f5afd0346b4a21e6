/** Holds a fault of one screen, so that the rest of the window and the document go on. */
import { Alert, Button, Code, Container } from '@mantine/core';
import { Component, type ReactNode } from 'react';

interface ScreenFaultProps {
  readonly children: ReactNode;
}

interface ScreenFaultState {
  readonly fault: string | null;
}

export class ScreenFault extends Component<ScreenFaultProps, ScreenFaultState> {
  override state: ScreenFaultState = { fault: null };

  static getDerivedStateFromError(thrown: unknown): ScreenFaultState {
    return { fault: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === null) return this.props.children;
    return (
      <Container size="sm" py="xl">
        <Alert color="red" title="This screen cannot be shown">
          <p>The fault is ours. Your document is safe; the other screens go on working.</p>
          <Code block mb="md">
            {fault}
          </Code>
          <Button variant="default" onClick={() => this.setState({ fault: null })}>
            Show it again
          </Button>
        </Alert>
      </Container>
    );
  }
}
