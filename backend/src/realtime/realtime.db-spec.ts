import { connectConsole, newCaller, useCaller, useTestApp } from '../../test';

describe('Console connections', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  it('A console without a valid token is rejected.', async () => {
    await expect(connectConsole(app.url, 'nonsense')).rejects.toThrow('UNAUTHENTICATED');
    await expect(connectConsole(app.url, undefined)).rejects.toThrow('UNAUTHENTICATED');
  });

  it('A console receives every ledger row once, in order, whether live or while catching up.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 2 }]);
    const earlyConsole = await connectConsole(app.url, operator.session.accessToken);
    expect(await earlyConsole.join(show.id, show.lastSeq)).toMatchObject({
      ok: true,
      lastSeq: show.lastSeq,
      events: [],
      truncated: false,
    });
    for (const user of ['ann', 'bob', 'cat']) await operator.say(show.id, user, 'sold 12');
    const { body: current } = await operator.call<{ lastSeq: number }>('GET', `/api/shows/${show.id}`);
    await earlyConsole.until(current.lastSeq);

    const lateConsole = await connectConsole(app.url, operator.session.accessToken);
    const caughtUp = await lateConsole.join(show.id, show.lastSeq);
    expect(caughtUp).toMatchObject({
      ok: true,
      lastSeq: current.lastSeq,
      truncated: false,
      events: earlyConsole.events,
    });
    expect(earlyConsole.events.map((event) => event.seq)).toEqual(
      earlyConsole.events.map((_, index) => show.lastSeq + 1 + index),
    );
    earlyConsole.close();
    lateConsole.close();
  });

  it('A join is truncated if the console missed too many rows, or is ahead of the ledger.', async () => {
    const show = await operator.activeShow([]);
    await operator.call('POST', '/api/debug/bulk-comments', {
      showId: show.id,
      comments: Array.from({ length: 1_100 }, (_, index) => ({
        userId: `u${index}`,
        userHandle: 'u',
        text: 'hello',
      })),
    });
    const console = await connectConsole(app.url, operator.session.accessToken);
    expect(await console.join(show.id, show.lastSeq)).toMatchObject({
      ok: true,
      truncated: true,
      events: [],
    });
    expect(await console.join(show.id, 10_000_000)).toMatchObject({ ok: true, truncated: true, events: [] });
    console.close();
  });

  it("A console cannot join another workspace's show, or a show that does not exist.", async () => {
    const stranger = await newCaller(app.url);
    const show = await operator.activeShow([]);
    const console = await connectConsole(app.url, stranger.session.accessToken);
    expect(await console.join(show.id)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(await console.join('nonsense')).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    console.close();
  });

  it('Signing out disconnects the console.', async () => {
    const leaver = await newCaller(app.url);
    const console = await connectConsole(app.url, leaver.session.accessToken);
    const disconnection = new Promise((resolve) => console.socket.once('disconnect', resolve));
    await leaver.call('POST', '/api/auth/logout');
    expect(await disconnection).toBe('io server disconnect');
  });
});
