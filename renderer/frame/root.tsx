/** The outermost layer: theme and stores. */
import { Container, MantineProvider, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AppStore } from '../stores/app-store.ts';
import { cssVariablesResolver, theme } from '../theme.ts';
import { AppContext } from './app-context.ts';
import { Frame } from './frame.tsx';

export function Root({ app }: { readonly app: AppStore }) {
  return (
    <Themed>
      <AppContext value={app}>
        <Frame />
      </AppContext>
    </Themed>
  );
}

/** A browser window without the token: somebody typed the address, or the tab outlived the program. */
export function NoHost() {
  return (
    <Themed>
      <Container component="main" size="sm" py="xl">
        <Title order={1} mb="sm">
          This page is not connected
        </Title>
        <Text>
          Open the whole address that Headroom printed when it started, with everything after the # sign. If
          Headroom has been closed, start it again.
        </Text>
      </Container>
    </Themed>
  );
}

function Themed({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      {children}
    </MantineProvider>
  );
}

/** The property holds it; the attribute reads empty to scripts. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
