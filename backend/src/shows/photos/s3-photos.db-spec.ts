import { type ErrorBody, type Item, photoAddress, type ShowWithItems } from '@sellary/contracts';
import sharp from 'sharp';
import { type Answer, useCaller, useTestApp } from '../../../test';
import { Bucket } from '../../../test/bucket';
import { PhotoCleanup } from './photo-cleaning';

describe('Photos in a bucket', () => {
  let bucket: Bucket;
  beforeAll(async () => (bucket = await Bucket.start()));
  const app = useTestApp(() => ({ env: { ...bucket.env, LOG_LEVEL: 'error' } }));
  const olga = useCaller(app);
  let show: ShowWithItems;

  beforeAll(async () => (show = await olga.activeShow([{ itemNumber: '1', totalQuantity: 9 }])));
  beforeEach(() => (bucket.outage = null));
  afterAll(() => bucket.close());

  const path = (): string => `/api/shows/${show.id}/items/${show.items[0]?.id}/photo`;
  /** Each test uses different side lengths, so that the bucket does not have its photos yet. */
  const photo = (side: number): Promise<Buffer> =>
    sharp({ create: { width: side, height: side, channels: 3, background: 'teal' } })
      .png()
      .toBuffer();
  const upload = async <T = Item>(side: number): Promise<Answer<T>> =>
    olga.call<T>('PUT', path(), await photo(side));
  const namesOf = (id: string): string[] =>
    [...bucket.files.keys()].filter((name) => name.includes(id)).sort();

  it('Signed calls store a photo in both sizes, read it back, and delete it after it is removed from its item.', async () => {
    const id = (await upload(100)).body.photo ?? '';
    expect(namesOf(id)).toEqual([`photos/${id}-large.webp`, `photos/${id}-small.webp`]);
    expect(bucket.files.get(`photos/${id}-small.webp`)?.type).toBe('image/webp');
    const response = await fetch(app.url + photoAddress(id, 'large'));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(
      bucket.files.get(`photos/${id}-large.webp`)?.content,
    );
    await olga.call('DELETE', path());
    await (await app.connect()).query("UPDATE item_photos SET added_at = now() - interval '1 day'");
    expect(await app.nest.get(PhotoCleanup).run()).toBe(1);
    expect(namesOf(id)).toEqual([]);
  });

  it('If the bucket rejects calls, an upload reports the problem, the item keeps its photo, and the sale continues.', async () => {
    const before = (await upload(101)).body.photo;
    bucket.outage = 'refuses';
    const refusal = await upload<ErrorBody>(102);
    expect(refusal).toMatchObject({ status: 503, body: { error: { code: 'PHOTO_NOT_STORED' } } });
    expect(refusal.body.error.message).toContain('Photo storage');
    expect((await olga.say(show.id, 'ann', 'sold 1')).outcome).toBe('winner');
    const { body } = await olga.call<ShowWithItems>('GET', `/api/shows/${show.id}`);
    expect(body.items[0]?.photo).toBe(before);
  });

  it('If the bucket does not respond, an upload fails with an error, and comments do not wait for it.', async () => {
    bucket.outage = 'hangs';
    const [refusal, claim] = await Promise.all([upload<ErrorBody>(103), olga.say(show.id, 'ben', 'sold 1')]);
    expect(claim.outcome).toBe('winner');
    expect(refusal).toMatchObject({ status: 503, body: { error: { code: 'PHOTO_NOT_STORED' } } });
  }, 30_000);

  it('Photos that could not be deleted are deleted once the bucket works again.', async () => {
    const id = (await upload(104)).body.photo ?? '';
    await olga.call('DELETE', path());
    await (await app.connect()).query("UPDATE item_photos SET added_at = now() - interval '1 day'");
    bucket.outage = 'refuses';
    await expect(app.nest.get(PhotoCleanup).run()).rejects.toThrow('refused');
    expect(namesOf(id)).toHaveLength(2);
    bucket.outage = null;
    await app.nest.get(PhotoCleanup).run();
    expect(namesOf(id)).toEqual([]);
  });
});
