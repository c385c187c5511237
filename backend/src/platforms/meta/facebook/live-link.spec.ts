import { PlatformError } from '@sellary/extension-kit';
import { facebookIdIn } from './live-link';

describe('A pasted Facebook address', () => {
  it.each([
    ['https://www.facebook.com/demopage/videos/3000001/', '3000001'],
    ['https://www.facebook.com/demopage/videos/sunday-sale/3000001/?ref=share', '3000001'],
    ['facebook.com/demopage/videos/3000001', '3000001'],
    ['https://m.facebook.com/watch/live/?v=3000001&ref=watch_permalink', '3000001'],
    ['https://www.facebook.com/watch/?v=3000001', '3000001'],
    ['https://www.facebook.com/watch/live/?ref=live&v=3000001', '3000001'],
    ['https://www.facebook.com/video.php?v=3000001', '3000001'],
    ['https://www.facebook.com/reel/3000001', '3000001'],
    ['https://business.facebook.com/live/producer/3000001', '3000001'],
    [
      '<iframe src="https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fdemopage%2Fvideos%2F3000001%2F&amp;width=1280" width="1280"></iframe>',
      '3000001',
    ],
    ['  2000001 ', '2000001'],
    ['1000001_3000001', '1000001_3000001'],
  ])('%s contains the id %s.', (link, id) => expect(facebookIdIn(link)).toBe(id));

  it.each([
    ['https://fb.watch/aBcDeF/', /shortened link/],
    ['https://www.facebook.com/share/v/aBcDeF/', /shortened link/],
    ['https://www.facebook.com/demopage', /does not contain a video ID/],
    ['https://www.facebook.com/demopage/videos/', /does not contain a video ID/],
    ['https://www.youtube.com/watch?v=30000012345', /not a link to facebook/],
    ['https://evil.example/facebook.com/videos/3000001', /not a link to facebook/],
    ['https://facebook.com.evil.example/x/videos/3000001', /not a link to facebook/],
    ['Sunday sale', /Paste the link or ID/],
    ['', /Paste the link or ID/],
  ])('%s is rejected.', (link, message) => {
    const error = catchOf(() => facebookIdIn(link));
    expect(error).toMatchObject({ kind: 'rejected', forPeople: expect.stringMatching(message) });
  });
});

function catchOf(work: () => unknown): PlatformError | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof PlatformError) return error;
    throw error;
  }
}
