import { eventually, newCaller, useSimulatedApp } from '../../../test';
import { watchSources } from '../../../test/live-sources';

jest.setTimeout(60_000);

describe('Source states', () => {
  const { platform, app } = useSimulatedApp();

  it.each(['NO_CONNECTION', 'PERMISSION_MISSING'])(
    '%s is reported even after the broadcast has ended, because it keeps late comments from being read.',
    async (problem) => {
      const owner = await newCaller(app.url);
      const [connection] = await platform.connect(app.url, owner, 'facebook');
      const { id: liveId } = platform.control.broadcasts.create({
        owner: connection?.externalAccountId ?? '',
      });
      const show = await owner.activeShow([{ itemNumber: '12' }], {
        sources: [{ platform: 'facebook', liveId, connectionId: connection?.id ?? '' }],
      });
      const console = await watchSources(app.url, owner, show.id);
      const source = () => console.sources()[0];
      platform.control.broadcasts.stop(liveId);
      await eventually(source, (found) => found?.state === 'ended');
      if (problem === 'NO_CONNECTION') await owner.call('DELETE', `/api/connections/${connection?.id ?? ''}`);
      else platform.refuseComments();
      expect(await eventually(source, (found) => found?.state === 'trouble')).toMatchObject({
        problem,
        endedAt: expect.any(String),
      });
      console.close();
    },
  );
});
