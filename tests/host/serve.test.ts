import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serve } from '../../cli/serve.ts';
import type { AnswerOf, ArgumentOf, News, Reply, RequestName } from '../../host/contract.ts';
import { BadInput } from '../../host/failure.ts';
import { createHost, type Host } from '../../host/host.ts';
import { fromWireText, toWireText } from '../../host/wire-text.ts';
import { tinyScenario } from './tiny-scenario.ts';

const folder = mkdtempSync(join(tmpdir(), 'headroom-serve-'));
const screens = join(folder, 'screens');
const PAGE =
  '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script type="module" src="./assets/page.js"></script>';
let host: Host;
let serving: Serving;

beforeAll(async () => {
  mkdirSync(join(screens, 'assets'), { recursive: true });
  writeFileSync(join(screens, 'index.html'), PAGE);
  writeFileSync(join(screens, 'assets/page.js'), 'export {};');
  writeFileSync(join(folder, 'secret.js'), 'a neighbour');
  host = createHost({ documentsFolder: join(folder, 'documents'), settingsFolder: folder, threads: 1 });
  serving = await serve({ host, screens });
});

afterAll(async () => {
  await serving.close();
  await host.close();
  rmSync(folder, { recursive: true });
});

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** By Node's own client, which lets a test set any header and any path. */
async function send(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> {
  const { hostname, port } = new URL(serving.origin);
  const call = request({ hostname, port, path, method, headers });
  // A server that refuses early may end the connection while we still write.
  call.on('error', () => {});
  call.end(body);
  const [response] = await once(call, 'response');
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part);
  return { status: response.statusCode, headers: response.headers, text: Buffer.concat(parts).toString() };
}

const withToken = () => ({ Authorization: `Bearer ${serving.token}` });
const ABOUT = toWireText({ name: 'about', argument: null });
const askRaw = (body: string | Buffer, headers: Readonly<Record<string, string>> = withToken()) =>
  send('/ask', { method: 'POST', headers, body });

async function ask<Name extends RequestName>(name: Name, argument: ArgumentOf<Name>) {
  const { text } = await askRaw(toWireText({ name, argument }));
  const reply = fromWireText(text) as Reply<AnswerOf<Name>>;
  if (!reply.ok) throw new Error(reply.failure.message);
  return reply.answer;
}

/** What the host tells over the wire from now on, one after the other. */
async function listening(): Promise<AsyncGenerator<News>> {
  const { body } = await fetch(`${serving.origin}/news?token=${serving.token}`);
  const events = eventsIn(body!.pipeThrough(new TextDecoderStream()));
  // The first is a sign that the host has heard us.
  await events.next();
  return newsIn(events);
}

async function* newsIn(events: AsyncIterable<string>): AsyncGenerator<News> {
  for await (const event of events) {
    if (event.startsWith('data: ')) yield fromWireText(event.slice('data: '.length)) as News;
  }
}

async function* eventsIn(parts: AsyncIterable<string>): AsyncGenerator<string> {
  let text = '';
  for await (const part of parts) {
    text += part;
    const events = text.split('\n\n');
    text = events.pop()!;
    yield* events;
  }
}

async function heardUntil(told: AsyncGenerator<News>, last: (news: News) => boolean): Promise<News[]> {
  const heard: News[] = [];
  for await (const one of told) {
    heard.push(one);
    if (last(one)) break;
  }
  return heard;
}

describe('who is answered', () => {
  it('is a page with the token', async () => {
    const { status, text } = await askRaw(ABOUT);
    expect(status).toBe(200);
    expect(fromWireText(text)).toMatchObject({ ok: true, answer: { threads: 1 } });
  });

  it('the page’s address carries it where no request shows it', () => {
    const { hash, host: authority, search } = new URL(serving.address);
    expect(hash).toBe(`#token=${serving.token}`);
    expect(search).toBe('');
    expect(authority).toMatch(/^127\.0\.0\.1:\d+$/);
    expect(Buffer.from(serving.token, 'base64url')).toHaveLength(32);
  });

  it.each([
    ['none', {}],
    ['a wrong one', { Authorization: 'Bearer wrong' }],
    ['an empty one', { Authorization: 'Bearer ' }],
  ])('is nobody with %s', async (_, headers) => {
    const { status, text } = await askRaw(ABOUT, headers);
    expect(status).toBe(401);
    expect(fromWireText(text)).toMatchObject({ ok: false, failure: { kind: 'bad input' } });
  });

  it('is nobody who puts it into the query of a request, where logs would keep it', async () => {
    expect((await send(`/ask?token=${serving.token}`, { method: 'POST', body: ABOUT })).status).toBe(401);
  });

  it('hears no news without it', async () => {
    expect((await send('/news')).status).toBe(401);
    expect((await send('/news?token=wrong')).status).toBe(401);
  });

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1'])(
    'is nobody who came by the name %s, page included',
    async (name) => {
      expect((await askRaw(ABOUT, { ...withToken(), Host: name })).status).toBe(403);
      expect((await send('/', { headers: { Host: name } })).status).toBe(403);
    },
  );

  it.each([
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://127.0.0.1:1' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('is no other page: %o', async (headers) => {
    expect((await askRaw(ABOUT, { ...withToken(), ...headers })).status).toBe(403);
  });

  it('is our own page', async () => {
    const ours = { ...withToken(), Origin: serving.origin, 'Sec-Fetch-Site': 'same-origin' };
    expect((await askRaw(ABOUT, ours)).status).toBe(200);
  });

  it('allows no other site to read anything', async () => {
    const { headers } = await askRaw(ABOUT);
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('is on this machine: no other address is listened on', async () => {
    const port = Number(new URL(serving.origin).port);
    const others = Object.values(networkInterfaces()).flatMap((addresses) =>
      (addresses ?? []).filter(({ address }) => address !== '127.0.0.1').map(({ address }) => address),
    );
    // Another address of the loopback is always there to try.
    for (const address of [...others, '127.0.0.2']) {
      const socket = connect({ host: address, port });
      const event = await Promise.race([
        once(socket, 'connect').then(() => 'connected'),
        once(socket, 'error').then(() => 'refused'),
      ]).catch(() => 'refused');
      socket.destroy();
      expect([address, event]).toEqual([address, 'refused']);
    }
  });
});

describe('what is asked', () => {
  it.each([
    ['no JSON', 'about'],
    ['no request', '{}'],
    ['a list', '[]'],
    ['nothing', ''],
    ['null', 'null'],
  ])('must be a request, not %s', async (_, body) => {
    expect((await askRaw(body)).status).toBe(400);
  });

  it('must be in the contract, with an argument that fits', async () => {
    await expect(ask('shut down' as RequestName, null as never)).rejects.toThrow(/no request "shut down"/);
    await expect(ask('document open', { path: 3 } as never)).rejects.toThrow(/path: is 3/);
  });

  it.each([['stated', true] as const, ['found while reading', false] as const])(
    'may not be larger than 64 MB (%s)',
    async (_, stated) => {
      const body = Buffer.alloc(64 * 2 ** 20 + 1, ' ');
      const headers = stated
        ? { ...withToken(), 'Content-Length': String(body.length) }
        : { ...withToken(), 'Transfer-Encoding': 'chunked' };
      const { status, text } = await askRaw(body, headers);
      expect(status).toBe(413);
      expect(fromWireText(text)).toMatchObject({
        ok: false,
        failure: { message: expect.stringContaining('64 MB') },
      });
    },
  );
});

describe('the screens', () => {
  it('come with a policy whose nonce is new each time and stands in the page', async () => {
    const pages = [await send('/'), await send('/')];
    const nonces = pages.map(({ headers, text }) => {
      const policy = String(headers['content-security-policy']);
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)![1]!;
      expect(policy).toMatch(/default-src 'none'; script-src 'self'; /);
      expect(policy).not.toContain('unsafe');
      expect(text).toBe(PAGE.replace('__CSP_NONCE__', nonce));
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  it('come as what they are, and are not kept', async () => {
    const { status, headers } = await send('/assets/page.js');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
  });

  it.each([
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%2f..%2fsecret.js',
    '/..%5csecret.js',
    '/assets/../../secret.js',
    `/${encodeURIComponent(join(folder, 'secret.js'))}`,
    '/%00/../secret.js',
    '/%',
    '/assets',
    '/nothing.js',
  ])('are all that is served: not %s', async (path) => {
    const { status, text } = await send(path);
    expect(status).toBe(404);
    expect(text).not.toContain('a neighbour');
  });

  it('must be built', async () => {
    await expect(serve({ host, screens: folder })).rejects.toThrow(/not built.*npm run build/);
  });
});

describe('a run over the wire', () => {
  const order = {
    scenarios: [tinyScenario()],
    seed: 1,
    maxReplications: 20_000,
    mayTakeLong: true,
    priority: 'full',
  } as const;

  it('is edited, run, kept, cancelled and found again', async () => {
    const { document, revision } = await ask('document new', { name: 'Round trip' });
    const edited = await ask('document edit', {
      document,
      revision,
      edit: {
        label: 'a first scenario',
        steps: [{ kind: 'put scenario', scenario: { id: 's', content: tinyScenario() } }],
      },
    });
    expect(edited).toMatchObject({ revision: revision + 1, undo: 'a first scenario' });

    const first = heardUntil(await listening(), (one) => one.kind === 'run finished');
    await ask('run start', { ...order, run: 'short', replications: 20, keep: { document, label: 'Short' } });
    const finished = (await first).at(-1)!;
    expect(finished).toMatchObject({ kind: 'run finished', run: 'short', experiment: { replications: 20 } });
    const [kept] = await ask('results kept', { document });
    expect(kept).toMatchObject({ label: 'Short', replications: 20, seed: 1, scenarioNames: ['Tiny'] });
    expect(await ask('result kept', { document, result: kept!.result })).toEqual(
      finished.kind === 'run finished' && finished.experiment,
    );

    const heard = heardUntil(
      await listening(),
      (one) => one.kind === 'run finished' || one.kind === 'run failed',
    );
    const progress = heardUntil(await listening(), (one) => one.kind === 'run progress');
    await ask('run start', { ...order, run: 'long', replications: 20_000 });
    await progress;
    await ask('run cancel', { run: 'long' });
    const stopped = (await heard).at(-1)!;
    expect(stopped).toMatchObject({ kind: 'run finished', run: 'long' });
    if (stopped.kind !== 'run finished') return;
    expect(stopped.experiment.precision).toMatchObject({ stopped: true, planned: 20_000 });
    expect(stopped.experiment.replications).toBeLessThan(20_000);
  });

  it('that cannot begin is refused with its problems', async () => {
    const wrong = {
      ...order,
      run: 'wrong',
      replications: 2,
      scenarios: [{ type: 'headroom-scenario', version: 9 }],
    };
    await expect(ask('run start', wrong)).rejects.toThrow(/made by a newer Headroom/);
  });
});

describe('a page that is gone', () => {
  const order = {
    scenarios: [tinyScenario()],
    seed: 1,
    maxReplications: 20_000,
    mayTakeLong: true,
  } as const;

  /** With a page of that name, which hears news until it goes. */
  async function visited(page: string) {
    const own = await serve({ host, screens, grace: 20 });
    const gone = new AbortController();
    const headers = { Authorization: `Bearer ${own.token}`, 'X-Headroom-Page': page };
    const arrive = () => fetch(`${own.origin}/news?page=${page}&token=${own.token}`, { signal: gone.signal });
    await arrive();
    return {
      arrive,
      go: () => gone.abort(),
      close: own.close,
      async ask<Name extends RequestName>(name: Name, argument: ArgumentOf<Name>) {
        const body = toWireText({ name, argument });
        const response = await fetch(`${own.origin}/ask`, { method: 'POST', headers, body });
        return (fromWireText(await response.text()) as { answer: AnswerOf<Name> }).answer;
      },
    };
  }
  const isOpen = async (document: string) => (await host.ask('document', { document })).ok;

  it('leaves no document open and no preview under way', async () => {
    const page = await visited('one');
    const { document } = await page.ask('document new', { name: 'Left open' });
    const ended = heardUntil(await listening(), (one) => one.kind === 'run finished');
    const begun = heardUntil(await listening(), (one) => one.kind === 'run progress');
    await page.ask('run start', { ...order, run: 'looked', replications: 20_000, priority: 'preview' });
    await begun;
    expect(await isOpen(document)).toBe(true);
    page.go();
    expect((await ended).at(-1)).toMatchObject({
      run: 'looked',
      experiment: { precision: { stopped: true } },
    });
    await expect.poll(() => isOpen(document)).toBe(false);
    await page.close();
  });

  it('has its run finished whose result is to be kept, and the document open until then', async () => {
    const page = await visited('two');
    const { document, path } = await page.ask('document new', { name: 'Kept for later' });
    const ended = heardUntil(await listening(), (one) => one.kind === 'run finished');
    const keep = { document, label: 'Later' };
    await page.ask('run start', { ...order, run: 'kept', replications: 400, priority: 'full', keep });
    page.go();
    expect((await ended).at(-1)).toMatchObject({ run: 'kept', kept: true });
    await expect.poll(() => isOpen(document)).toBe(false);
    const again = await ask('document open', { path });
    expect(await ask('results kept', { document: again.document })).toMatchObject([{ label: 'Later' }]);
    await ask('document close', { document: again.document });
    await page.close();
  });
});

describe('the end', () => {
  it('is clean while somebody listens, and the port is free again', async () => {
    const own = await serve({ host, screens });
    const port = Number(new URL(own.origin).port);
    const { body } = await fetch(`${own.origin}/news?token=${own.token}`);
    const reader = body!.getReader();
    await reader.read();
    const cut = reader.read().then(
      ({ done }) => done,
      () => true,
    );
    await own.close();
    expect(await cut).toBe(true);
    await expect(fetch(own.origin)).rejects.toThrow();
    const again = await serve({ host, screens, port });
    await expect(serve({ host, screens, port })).rejects.toThrow(BadInput);
    await again.close();
  });
});
