/**
 * What a browser window asks over loopback HTTP: `POST /ask` carries one request and its reply, `GET /news` tells what the host tells.
 * Bodies are wire text (host/wire-text.ts). Another site open in the same browser, and another person on the same machine, must get
 * nothing: the Host header stops a foreign name that leads here, Origin and Sec-Fetch-Site a foreign page, the token everybody else.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Reply } from '../host/contract.ts';
import type { Host } from '../host/host.ts';
import { fromWireText, toWireText } from '../host/wire-text.ts';
import { createPages } from './pages.ts';

/** A comparison of six with a large dataset is a few megabytes. */
const MOST_BYTES = 64 * 2 ** 20;
/** Milliseconds between two signs of life, so that either side notices when the other is gone. */
const BETWEEN_SIGNS = 15_000;
/** Milliseconds that a page may be without its stream of news before what it has open is closed: a browser asks anew after some three seconds. */
const GRACE = 30_000;

export interface Guard {
  readonly token: string;
  /** `127.0.0.1:<port>`, once it is known. */
  readonly authority: () => string;
}

export function routes(host: Host, guard: Guard, grace = GRACE): Hono {
  const app = new Hono();
  app.use(onlyFromOurPage(guard.authority));
  const pages = createPages(host, grace);
  const needsToken = onlyWithToken(guard.token);
  const limit = bodyLimit({
    maxSize: MOST_BYTES,
    onError: (context) => refused(context, 413, 'More was sent at once than Headroom takes (64 MB).'),
  });
  app.post('/ask', needsToken, limit, async (context) => {
    const question = questionIn(await context.req.text());
    if (question === null) return refused(context, 400, 'What was sent is no request.');
    const page = context.req.header('x-headroom-page');
    return answered(context, 200, await pages.ask(page, question.name, question.argument));
  });
  app.get('/news', needsToken, (context) => {
    const page = context.req.query('page');
    const news = newsOf(host, page === undefined ? () => {} : pages.arrived(page));
    return context.body(news, 200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  });
  return app;
}

function onlyFromOurPage(authority: () => string): MiddlewareHandler {
  return async (context, next) => {
    const { host, origin, 'sec-fetch-site': site } = context.req.header();
    const foreign =
      host !== authority() ||
      (origin !== undefined && origin !== `http://${authority()}`) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none');
    if (foreign) return refused(context, 403, 'Headroom answers only to its own page on this machine.');
    await next();
  };
}

/** In the header `Authorization: Bearer`, or, since a listener for events cannot set one, in the query. */
function onlyWithToken(token: string): MiddlewareHandler {
  return async (context, next) => {
    const inHeader = context.req.header('authorization')?.replace(/^Bearer /, '');
    const given = inHeader ?? (context.req.path === '/news' ? context.req.query('token') : undefined);
    if (given === undefined || !isSame(given, token)) {
      return refused(context, 401, 'This page is no longer connected. Open the address that Headroom gave.');
    }
    await next();
  };
}

/** In a time that does not tell how much of it is right: digests are of one length. */
function isSame(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

function questionIn(text: string): { readonly name: unknown; readonly argument: unknown } | null {
  try {
    const whole = fromWireText(text);
    if (typeof whole !== 'object' || whole === null || !('name' in whole)) return null;
    return { name: whole.name, argument: 'argument' in whole ? whole.argument : null };
  } catch {
    return null;
  }
}

const refused = (context: Context, status: 400 | 401 | 403 | 413, message: string) =>
  answered(context, status, { ok: false, failure: { kind: 'bad input', message, problems: [] } });

function answered(context: Context, status: 200 | 400 | 401 | 403 | 413, reply: Reply<unknown>): Response {
  return context.body(toWireText(reply), status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
}

/** @param onLeave called once nobody listens any more */
function newsOf(host: Host, onLeave: () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave = () => {};
  return new ReadableStream({
    start(controller) {
      const write = (text: string) => controller.enqueue(encoder.encode(text));
      const signs = setInterval(() => write(': here\n\n'), BETWEEN_SIGNS);
      const stopListening = host.listen((news) => write(`data: ${toWireText(news)}\n\n`));
      leave = () => {
        clearInterval(signs);
        stopListening();
        onLeave();
      };
      // Opens the stream at the other end at once.
      write(': here\n\n');
    },
    cancel: () => leave(),
  });
}
