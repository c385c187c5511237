import type { ErrorBody, Show } from '@sellary/contracts';
import { refusal, useCaller, useTestApp } from '../../../test';

describe("A broadcast's id and address", () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const create = (source: Record<string, unknown>) =>
    operator.call<Show & ErrorBody>('POST', '/api/shows', { sources: [source] });

  it.each([
    ['facebook', 'me'],
    ['facebook', '../me/accounts'],
    ['facebook', '123?fields=access_token'],
    ['facebook', '１２３'],
    ['instagram', 'me'],
    ['instagram', '12_34'],
    ['instagram', 'javascript:alert(1)'],
  ])('On %s, the id %s is rejected.', async (platform, liveId) => {
    expect(await create({ platform, liveId })).toMatchObject(refusal(400, 'VALIDATION_FAILED', 'liveId'));
  });

  it.each([
    ['facebook', 'javascript:alert(1)'],
    ['facebook', 'javascript://www.facebook.com/%0aalert(1)'],
    ['facebook', 'https://facebook.com.evil.example/videos/123456'],
    ['facebook', 'https://www.facebook.com@evil.example/'],
    ['facebook', 'https://user@www.facebook.com/videos/123456'],
    ['facebook', 'ftp://www.facebook.com/videos/123456'],
    ['instagram', 'https://www.facebook.com/videos/123456'],
    ['rehearsal', 'javascript:alert(1)'],
    ['rehearsal', 'data:text/html,x'],
  ])('On %s, the address %s is rejected.', async (platform, liveUrl) => {
    const response = await create({ platform, liveId: '123456', liveUrl });
    expect(response).toMatchObject(refusal(400, 'VALIDATION_FAILED', 'liveUrl'));
  });

  it.each([
    ['facebook', '123456', 'https://www.facebook.com/wren/videos/123456/'],
    ['facebook', '123456_789', 'http://m.facebook.com/watch/?v=123456'],
    ['instagram', '17990000000000001', 'https://www.instagram.com/wren/live/'],
    ['rehearsal', 'any text', 'https://example.com/rehearsal'],
  ])('On %s, the id %s is accepted with the address %s.', async (platform, liveId, liveUrl) => {
    expect(await create({ platform, liveId, liveUrl })).toMatchObject({
      status: 201,
      body: { sources: [{ liveId, liveUrl }] },
    });
  });

  it('The id is read from the pasted text, which is stored only if it is an address.', async () => {
    const embedded =
      '<iframe src="https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fwren%2Fvideos%2F123456%2F"></iframe>';
    for (const [liveUrl, storedUrl] of [
      ['123456', null],
      [embedded, null],
      ['www.facebook.com/wren/videos/123456', 'https://www.facebook.com/wren/videos/123456'],
    ]) {
      expect((await create({ platform: 'facebook', liveUrl })).body.sources).toMatchObject([
        { liveId: '123456', liveUrl: storedUrl },
      ]);
    }
  });
});
