import type { ErrorBody, ExtensionInfo, RunActionResult } from '@sellary/contracts';
import type { FollowedEvent } from '@sellary/extension-kit';
import { call, type Caller, refusal, eventually, newCaller, useCaller, useTestApp } from '../../test';
import { newMember } from '../../test/new-member';
import { shopExtension } from '../../test/shop-extension';

describe('Extensions in a workspace', () => {
  const seen: FollowedEvent<'claim.created'>[] = [];
  const app = useTestApp({ extensions: [shopExtension(seen)] });
  const owner = useCaller(app);

  const put = (body: unknown, caller: Caller) =>
    caller.call<ExtensionInfo>('PUT', '/api/extensions/shop', body);

  it("An extension route requires sign-in and receives the caller's workspace and user.", async () => {
    const { status } = await call(app.url, null, 'GET', '/api/x/shop/workspace');
    expect(status).toBe(401);
    const { body } = await owner.call('GET', '/api/x/shop/workspace');
    const { workspace, user } = owner.session;
    expect(body).toEqual({
      id: workspace.id,
      name: workspace.name,
      role: 'owner',
      user: { id: user.id, name: user.name },
    });
  });

  it('A route rejects a role that is too low, and an extension can refuse a request with its own message.', async () => {
    const { accessToken } = await newMember(app.url, owner, 'operator');
    const response = await call<ErrorBody>(app.url, accessToken, 'GET', '/api/x/shop/settings');
    expect(response).toMatchObject(refusal(403, 'FORBIDDEN'));
    expect(await owner.call('GET', '/api/x/shop/refused')).toMatchObject({
      status: 409,
      body: { error: { code: 'EXTENSION_REFUSED', message: 'The shop is closed. Open it first.' } },
    });
  });

  it("The readers return only the workspace's own shows, claims, and buyers.", async () => {
    const seller = await newCaller(app.url);
    const show = await seller.activeShow([{ itemNumber: '1' }]);
    await seller.say(show.id, 'ann', 'sold 1');
    await seller.say(show.id, 'bob', 'sold 1');
    expect((await seller.call('GET', '/api/x/shop/claims')).body).toEqual({
      claims: ['bob waitlist', 'ann winner'],
      buyers: ['ann', 'bob'],
    });
    const stranger = await newCaller(app.url);
    expect((await stranger.call('GET', '/api/x/shop/claims')).body).toEqual({ claims: [], buyers: [] });
  });

  it('If an extension is off in a workspace, its routes, actions, and followers do nothing there, and still work in another workspace.', async () => {
    const [off, on] = [await newCaller(app.url), await newCaller(app.url)];
    const show = await off.activeShow([{ itemNumber: '1', totalQuantity: 9 }]);
    expect((await put({ enabled: false }, off)).body.enabled).toBe(false);
    const refused = refusal(409, 'EXTENSION_OFF');
    expect(await off.call('GET', '/api/x/shop/workspace')).toMatchObject(refused);
    const action = '/api/extensions/shop/actions/close';
    expect(await off.call('POST', action, { targetId: show.id })).toMatchObject(refused);
    await off.say(show.id, 'not-followed', 'sold 1');
    const otherShow = await on.activeShow([{ itemNumber: '1' }]);
    await on.say(otherShow.id, 'ann', 'sold 1');
    const seenIn = (id: string) => seen.filter(({ showId }) => showId === id);
    await eventually(
      () => seenIn(otherShow.id),
      ({ length }) => length === 1,
    );
    await put({ enabled: true }, off);
    await off.say(show.id, 'followed', 'sold 1');
    const followed = await eventually(
      () => seenIn(show.id),
      ({ length }) => length > 0,
    );
    expect(followed.map(({ data }) => data.claim.buyer.handle)).toEqual(['followed']);
  });

  it("The ledger and the audit log record an action under its extension's name, and an operator can undo it.", async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    const { claim } = await owner.say(show.id, 'ann', 'sold 1');
    const { body } = await owner.call<RunActionResult>('POST', '/api/extensions/shop/actions/release', {
      targetId: claim?.id,
    });
    expect(body).toEqual({ message: 'Released ann' });
    const act = (await owner.readEvents(show.id)).findLast(({ type }) => type === 'operator.act');
    expect(act?.by).toEqual({ kind: 'extension', name: 'shop' });
    const audit = await owner.readAudit('limit=5');
    expect(audit.map(({ action, user }) => [action, user.kind])).toEqual(
      expect.arrayContaining([
        ['extension.action', 'person'],
        ['claim.release', 'extension'],
      ]),
    );
    expect((await owner.call('POST', `/api/shows/${show.id}/acts/${act?.seq}/undo`, {})).status).toBe(200);
  });

  it('An action rejects a low role or an unknown target, can refuse with a message, and hides the cause of a failure.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    const { claim } = await owner.say(show.id, 'ann', 'sold 1');
    const { accessToken } = await newMember(app.url, owner, 'operator');
    const runAction = (id: string, targetId: unknown, token = owner.session.accessToken) =>
      call<ErrorBody>(app.url, token, 'POST', `/api/extensions/shop/actions/${id}`, { targetId });
    expect(await runAction('close', show.id, accessToken)).toMatchObject(refusal(403, 'FORBIDDEN'));
    expect((await runAction('close', show.id)).status).toBe(200);
    expect((await runAction('close', claim?.id)).status).toBe(404);
    expect((await runAction('unknown', show.id)).status).toBe(404);
    expect(await runAction('invoice', claim?.buyer.id)).toMatchObject({
      status: 409,
      body: { error: { code: 'EXTENSION_REFUSED', message: 'ann has no email address. Add one first.' } },
    });
    const failed = await runAction('break', claim?.buyer.id);
    expect(failed).toMatchObject(refusal(502, 'EXTENSION_FAILED'));
    expect(JSON.stringify(failed.body)).not.toContain('secret of the shop');
    const stranger = await newCaller(app.url);
    expect((await runAction('close', show.id, stranger.session.accessToken)).status).toBe(404);
  });

  it('If the audit entry of an action cannot be stored, the error says that the action ran, or why it was refused.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    const { claim } = await owner.say(show.id, 'ann', 'sold 1');
    const runAction = (id: string, targetId: unknown) =>
      owner.call('POST', `/api/extensions/shop/actions/${id}`, { targetId });
    const database = await app.connect();
    await database.query(
      `CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE SQLSTATE '53100'; END $$;
       CREATE TRIGGER disk_full BEFORE INSERT ON audit_log FOR EACH ROW
         WHEN (NEW.action = 'extension.action') EXECUTE FUNCTION disk_full()`,
    );
    const [ran, refused] = [
      await runAction('release', claim?.id),
      await runAction('invoice', claim?.buyer.id),
    ];
    await database.query('DROP FUNCTION disk_full CASCADE');
    expect(ran).toMatchObject({
      status: 500,
      body: {
        error: {
          code: 'ACTION_NOT_RECORDED',
          message:
            '"Release for the shop" ran, but its entry may be missing from the audit log. Check the result before you run it again.',
        },
      },
    });
    expect((await owner.readEvents(show.id)).map(({ type }) => type)).toContain('operator.act');
    expect(refused).toMatchObject(refusal(409, 'EXTENSION_REFUSED'));
  });

  it('The audit entries of actions do not contain their messages, which may name viewers.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    const { claim } = await owner.say(show.id, 'bella.rosa', 'sold 1');
    const runAction = (id: string, targetId: unknown) =>
      owner.call('POST', `/api/extensions/shop/actions/${id}`, { targetId });
    await runAction('invoice', claim?.buyer.id);
    await runAction('release', claim?.id);
    const entries = await owner.readAudit('action=extension.action&limit=2');
    expect(entries.map(({ after }) => after)).toEqual([
      { extension: 'shop', action: 'release' },
      { extension: 'shop', action: 'invoice', error: 'EXTENSION_REFUSED' },
    ]);
  });

  it("The metrics count each extension's handled and waiting rows.", async () => {
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    expect(metrics).toMatch(/sellary_extension_rows_total\{extension="shop"\} [1-9]/);
    expect(metrics).toMatch(/sellary_extension_rows_behind\{extension="shop"\} \d/);
  });
});
