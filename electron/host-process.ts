/** The host in a process of its own, so that no window waits for the disk or for a simulation. */
import type { MessagePortMain } from 'electron';
import { createHost, type Host } from '../host/host.ts';
import type { Begin, FromHost, ToHost } from './wire.ts';

process.parentPort.once('message', ({ data, ports }) => {
  const port = ports[0];
  if (port === undefined) throw new Error('The host was started without a port to speak through.');
  serve(createHost(data as Begin), port);
});

function serve(host: Host, port: MessagePortMain): void {
  const tell = (message: FromHost) => port.postMessage(message);
  host.listen((news) => tell({ kind: 'news', news }));
  port.on('message', ({ data }) => void obey(host, data as ToHost, tell));
  port.start();
}

async function obey(host: Host, message: ToHost, tell: (message: FromHost) => void): Promise<void> {
  if (message.kind === 'ask') {
    const reply = await host.ask(message.name, message.argument);
    tell({ kind: 'reply', id: message.id, reply });
    return;
  }
  await host.close();
  tell({ kind: 'closed' });
}
