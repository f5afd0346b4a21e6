/** The host through the one door that a desktop window's preload script opens. */
import type { Bridge, HostConnection, Reply } from '../../host/contract.ts';
import { HostFailure } from './host-failure.ts';

declare global {
  interface Window {
    /** Only in a desktop window. */
    readonly headroom?: Bridge;
  }
}

export function bridgeConnection(bridge: Bridge): HostConnection {
  return {
    async ask(name, argument) {
      const reply = (await bridge.ask(name, argument)) as Reply<never>;
      if (!reply.ok) throw new HostFailure(reply.failure);
      return reply.answer;
    },
    listen: (listener) => bridge.listen(listener),
  };
}
