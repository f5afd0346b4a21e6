import { afterEach, describe, expect, it, vi } from 'vitest';
import { toWireText } from '../../host/wire-text.ts';
import { httpConnection } from '../../renderer/connection/http.ts';

class EventSourceDouble {
  static readonly CLOSED = 2;
  static last: EventSourceDouble;
  readyState = 0;
  onopen = () => {};
  onerror = () => {};
  onmessage = () => {};

  constructor() {
    EventSourceDouble.last = this;
  }

  close(): void {}
}

afterEach(() => vi.unstubAllGlobals());

describe('the stream of news', () => {
  function listening() {
    vi.stubGlobal('EventSource', EventSourceDouble);
    const reach: boolean[] = [];
    httpConnection('token', 'http://host').listen(
      () => {},
      (inReach) => reach.push(inReach),
    );
    const source = EventSourceDouble.last;
    source.onopen();
    return { source, reach };
  }

  it('that broke off and came again may have missed news', () => {
    const { source, reach } = listening();
    expect(reach).toEqual([]);
    source.onerror();
    expect(reach).toEqual([]);
    source.onopen();
    expect(reach).toEqual([true]);
  });

  it('that cannot be had again has nobody at its end, until it can', () => {
    const { source, reach } = listening();
    source.onerror();
    source.onerror();
    expect(reach).toEqual([false]);
    source.onopen();
    expect(reach).toEqual([false, true]);
  });

  it('that is refused for good has nobody at its end', () => {
    const { source, reach } = listening();
    source.readyState = EventSourceDouble.CLOSED;
    source.onerror();
    expect(reach).toEqual([false]);
  });
});

describe('a request', () => {
  it('that saves outlives its page where browsers allow that, and no other does', async () => {
    const sent: boolean[] = [];
    vi.stubGlobal('fetch', async (_address: string, { keepalive }: RequestInit) => {
      sent.push(keepalive === true);
      return new Response(toWireText({ ok: true, answer: null }));
    });
    const connection = httpConnection('token', 'http://host');
    const edit = (text: string) => ({
      document: 'd',
      revision: 0,
      edit: { label: 'a note', steps: [{ kind: 'put note' as const, note: { subject: 's', text } }] },
    });
    await connection.ask('document edit', edit('short'));
    await connection.ask('document edit', edit('long '.repeat(20_000)));
    await connection.ask('documents', null);
    expect(sent).toEqual([true, false, false]);
  });
});
