import type { OpenConnection, ReplyCapability } from '@sellary/extension-kit';
import { checkReplies, ConformanceError, type ReplyRig } from '@sellary/extension-kit/testing';
import { useCaller, useSimulatedApp } from '../../../test';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { ConnectionStore } from '../connections/connection-store';

jest.setTimeout(120_000);

const SELLER = '7000001';
const PAGE = '1000001';
const ACCOUNT = '17840000000000001';
const DIRECT_ACCOUNT = '17840000000000002';

describe('Replies to comments', () => {
  const { platform, app } = useSimulatedApp();
  const owner = useCaller(app);

  const openConnection = async (
    name: string,
    externalId: string,
    login: Record<string, unknown>,
  ): Promise<OpenConnection> => {
    const { id } = await platform.connectAccount(app.url, owner, name, externalId, login);
    const store = app.nest.get(ConnectionStore);
    const row = await store.find(owner.session.workspace.id, id);
    if (row === null) throw new Error(`No connection to ${externalId}`);
    return store.open(row);
  };
  const repliesOf = (name: string): ReplyCapability => app.nest.get(AdapterRegistry).get(name).replies ?? {};

  /** Creates rigs with a new broadcast and every permission. */
  const rigOf = (
    name: string,
    { account, grantor, login = {} }: { account: string; grantor: string; login?: Record<string, unknown> },
  ) => {
    let connection: Promise<OpenConnection> | null = null;
    return async (): Promise<ReplyRig> => {
      connection ??= openConnection(name, account, login);
      const opened = await connection;
      const { control } = platform;
      const { private: privateChannel, public: publicChannel } = repliesOf(name);
      const permissions = [privateChannel, publicChannel].flatMap(
        (channel) => channel?.terms(opened.details).permissions ?? [],
      );
      for (const permission of permissions) control.grantPermission(grantor, permission);
      control.switch({ privateRepliesPerHour: 750 });
      const liveId = control.broadcasts.create({ owner: account }).id;
      return {
        replies: repliesOf(name),
        connection: opened,
        liveId,
        say: (viewer, text) => platform.say(liveId, viewer, text).id,
        received: (channel, commentId) =>
          channel === 'private'
            ? [control.privateReplies().get(commentId) ?? []].flat()
            : control.broadcasts
                .comments(liveId)
                .filter(({ parentId }) => parentId === commentId)
                .map(({ text }) => text),
        advance: (ms) => control.advance(ms),
        end: () => void control.broadcasts.stop(liveId),
        remove: (commentId) => control.broadcasts.delete(commentId),
        exhaust: () => void control.switch({ privateRepliesPerHour: 0 }),
        forbid: () => permissions.forEach((permission) => control.revokePermission(grantor, permission)),
        close: async () => {
          if (control.broadcasts.list().some(({ id, status }) => id === liveId && status === 'LIVE')) {
            control.broadcasts.stop(liveId);
          }
        },
      };
    };
  };

  it('Facebook accepts public replies at any time and one private reply per comment within a week.', async () => {
    const { skipped } = await checkReplies(rigOf('facebook', { account: PAGE, grantor: SELLER }));
    expect(skipped).toEqual([
      "public: A reply beyond a comment's maximum is refused as already-replied.",
      'public: A reply after the window is refused as window-closed.',
      'public: A reply beyond the quota fails as throttled, and is not sent.',
    ]);
  });

  it.each([
    ['a Page', { account: ACCOUNT, grantor: SELLER }],
    ['Instagram itself', { account: DIRECT_ACCOUNT, grantor: DIRECT_ACCOUNT, login: { login: 'instagram' } }],
  ])(
    'With a sign-in through %s, Instagram accepts one private reply per comment while the broadcast is live, and no public replies.',
    async (_, account) => {
      const { skipped } = await checkReplies(rigOf('instagram', account));
      expect(skipped.filter((title) => title.startsWith('private'))).toEqual([
        'private: A reply after the window is refused as window-closed.',
      ]);
      expect(repliesOf('instagram').public).toBeUndefined();
    },
  );

  it('The checks find terms that allow more than the platform does.', async () => {
    const createRig = rigOf('facebook', { account: PAGE, grantor: SELLER });
    const overstatedRig = async (): Promise<ReplyRig> => {
      const rig = await createRig();
      const channel = rig.replies.private;
      if (channel === undefined) return rig;
      const terms = { ...channel.terms(rig.connection.details), maxPerComment: 2 };
      return {
        ...rig,
        replies: { private: { terms: () => terms, send: (...args) => channel.send(...args) } },
      };
    };
    await expect(checkReplies(overstatedRig)).rejects.toThrow(ConformanceError);
  });
});
