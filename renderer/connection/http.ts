/** The host over loopback HTTP, for a browser window: `POST /ask` for requests, `GET /news` for what the host tells. */
import type { HostConnection, News, Reply } from '../../host/contract.ts';
import { fromWireText, toWireText } from '../../host/wire-text.ts';
import { HostFailure } from './host-failure.ts';

/** Requests that are sent even as the page goes, while they are small: browsers let through 64 KB of such bodies at once. */
const OUTLIVES_PAGE = /^document (edit|undo|redo|close)$/;
/** Bytes. */
const MOST_TO_OUTLIVE = 30_000;
const KEPT_TOKEN = 'headroom token';
const OUT_OF_REACH =
  'Headroom does not answer. It may have been closed: start it again and open the address that it gives. What was saved is safe.';

export function httpConnection(token: string, origin: string): HostConnection {
  // What this page opens is closed when it is gone; loaded again it is another page.
  const page = crypto.randomUUID();
  return {
    async ask(name, argument) {
      const body = toWireText({ name, argument });
      const keepalive = OUTLIVES_PAGE.test(name) && new Blob([body]).size <= MOST_TO_OUTLIVE;
      const headers = { Authorization: `Bearer ${token}`, 'X-Headroom-Page': page };
      const reply = await post(`${origin}/ask`, headers, body, keepalive);
      if (!reply.ok) throw new HostFailure(reply.failure);
      return reply.answer as never;
    },
    listen(listener, onReach = () => {}) {
      const source = new EventSource(`${origin}/news?page=${page}&token=${encodeURIComponent(token)}`);
      let failures = 0;
      source.onmessage = ({ data }) => listener(fromWireText(String(data)) as News);
      source.onopen = () => {
        if (failures > 0) onReach(true);
        failures = 0;
      };
      // The browser tries again by itself; when that fails too, nobody is there.
      source.onerror = () => {
        failures += 1;
        if (failures > 1 || source.readyState === EventSource.CLOSED) onReach(false);
      };
      return () => source.close();
    },
  };
}

/**
 * The token from the address that was opened, kept for this tab alone, so that reloading the page does not lose it. It is taken out
 * of the address, where it could be read over a shoulder. `null` where there is none.
 */
export function takeToken(window: Window): string | null {
  const { location, sessionStorage, history } = window;
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null) {
    sessionStorage.setItem(KEPT_TOKEN, given);
    history.replaceState(null, '', location.pathname);
  }
  return given ?? sessionStorage.getItem(KEPT_TOKEN);
}

async function post(
  address: string,
  who: Readonly<Record<string, string>>,
  body: string,
  keepalive: boolean,
): Promise<Reply<unknown>> {
  try {
    const headers = { ...who, 'Content-Type': 'application/json' };
    const response = await fetch(address, { method: 'POST', headers, body, keepalive });
    return fromWireText(await response.text()) as Reply<unknown>;
  } catch (thrown) {
    if (!(thrown instanceof TypeError || thrown instanceof SyntaxError)) throw thrown;
    return { ok: false, failure: { kind: 'our fault', message: OUT_OF_REACH, problems: [] } };
  }
}
