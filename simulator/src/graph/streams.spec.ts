import { usePageClient } from '../testing/test-client';

/** Collects the text of an event stream. */
class Listener {
  private text = '';
  private readonly reader;

  constructor(response: Response) {
    this.reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  }

  async readUntil(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const match = pattern.exec(this.text);
      if (match !== null) return match;
      const { value, done } = await this.reader.read();
      if (done) throw new Error(`The stream ended after: ${this.text}`);
      this.text += value;
    }
  }

  async readToEnd(): Promise<string> {
    for (;;) {
      const { value, done } = await this.reader.read();
      if (done) return this.text;
      this.text += value;
    }
  }
}

describe('server-sent events for a broadcast', () => {
  const client = usePageClient();

  const open = async (edge: string, query: Record<string, string> = {}): Promise<Listener> =>
    new Listener(
      await fetch(
        `${client.simulator.url}/2000001/${edge}?${new URLSearchParams({ access_token: client.token, ...query }).toString()}`,
      ),
    );

  it('Comments arrive as data lines, at most one per rate interval, until the broadcast ends.', async () => {
    const listener = await open('live_comments', {
      comment_rate: 'one_per_two_seconds',
      fields: 'from{name,id},message',
    });
    await listener.readUntil(/: ping\n\n/);
    client.say('heard');
    client.say('dropped by design');
    client.control.advance(2_000);
    client.say('heard again');
    const [, first = ''] = await listener.readUntil(/data: (.+)\n\n/);
    expect(JSON.parse(first)).toEqual({
      id: expect.any(String),
      message: 'heard',
      from: { name: 'Test Viewer', id: '9000999' },
    });
    await listener.readUntil(/heard again/);
    client.control.broadcasts.stop('2000001');
    expect(await listener.readToEnd()).not.toContain('dropped');
  });

  it("A stream's connection can drop without warning.", async () => {
    client.control.switch({ sseDisconnects: 1 });
    const listener = await open('live_comments');
    await listener.readUntil(/: ping/);
    client.say('the last');
    await expect(listener.readToEnd()).rejects.toThrow();
  });

  it('The stream reports reactions.', async () => {
    const listener = await open('live_reactions', { fields: 'reaction_stream' });
    await listener.readUntil(/data: \{"reaction_stream":\[\{"key":"LIKE"/);
  });

  describe('requests for a stream', () => {
    const request = (query: Record<string, string> = {}) =>
      client.request('/2000001/live_comments', query, { token: client.token });

    it('A request with an unknown rate is rejected.', async () => {
      expect((await request({ comment_rate: 'all' })).body.error.code).toBe(100);
    });

    it('A request after the end of the broadcast is rejected.', async () => {
      client.control.broadcasts.stop('2000001');
      expect(await request()).toMatchObject({ status: 400, body: { error: { code: 100 } } });
    });

    it('A request is rejected with 404 if the platform no longer offers streams.', async () => {
      client.control.switch({ sse: 'removed' });
      expect((await request()).status).toBe(404);
    });
  });
});
