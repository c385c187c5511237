import {
  type ErrorBody,
  type Item,
  type ReplayVerdict,
  MAX_PHOTO_BYTES,
  photoAddress,
  type ShowWithItems,
} from '@sellary/contracts';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { deflateSync } from 'node:zlib';
import {
  type Answer,
  call,
  connectConsole,
  eventually,
  newCaller,
  useCaller,
  useTestApp,
} from '../../../test';
import { rawRequest } from '../../../test/raw-request';
import { ItemPhotos } from './item-photos';
import { PhotoCleanup } from './photo-cleaning';

const red = { r: 200, g: 30, b: 40 };
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: red } });

describe('Item photos', () => {
  const app = useTestApp();
  const olga = useCaller(app);
  let show: ShowWithItems;
  let jpeg: Buffer;

  beforeAll(async () => (jpeg = await picture(2_000, 1_000).jpeg().toBuffer()));
  beforeEach(async () => (show = await olga.activeShow([{ itemNumber: '1' }, { itemNumber: '2' }])));

  const pathOf = (index = 0): string => `/api/shows/${show.id}/items/${show.items[index]?.id}/photo`;
  const upload = <T = Item>(bytes: Buffer, index = 0): Promise<Answer<T>> =>
    olga.call<T>('PUT', pathOf(index), bytes);
  const uploadError = async (bytes: Buffer): Promise<string> => {
    const { status, body } = await upload<ErrorBody>(bytes);
    return `${status} ${body.error.code}`;
  };
  const photoOf = async (index = 0): Promise<string | undefined> =>
    (await olga.readShow(show.id)).items[index]?.photo;
  const fetchPhoto = (photo: string, size: 'small' | 'large' = 'large'): Promise<Response> =>
    fetch(app.url + photoAddress(photo, size));
  const bytesAt = async (photo: string, size: 'small' | 'large' = 'large'): Promise<Buffer> =>
    Buffer.from(await (await fetchPhoto(photo, size)).arrayBuffer());
  const storedFiles = (): string[] => {
    const folder = join(app.config.dataDir, 'photos');
    return existsSync(folder)
      ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.webp'))
      : [];
  };
  const backdatePhotos = async (): Promise<void> =>
    void (await (await app.connect()).query("UPDATE item_photos SET added_at = now() - interval '1 day'"));

  it('An upload is served in two sizes, at addresses that need no token and never change.', async () => {
    const { status, body } = await upload(jpeg);
    expect(status).toBe(200);
    const photo = body.photo ?? '';
    expect(await photoOf()).toBe(photo);
    const large = await fetchPhoto(photo);
    expect(Object.fromEntries(large.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
    });
    expect(await sharp(await bytesAt(photo)).metadata()).toMatchObject({
      format: 'webp',
      width: 1_080,
      height: 540,
    });
    expect(await sharp(await bytesAt(photo, 'small')).metadata()).toMatchObject({ width: 128, height: 128 });
  });

  it('The metadata and any data after the end of the picture are removed, and the picture is made upright.', async () => {
    const secret = 'secret words behind the picture <script>';
    const tagged = await picture(60, 30)
      .withExif({
        IFD0: { Artist: 'Olga at home' },
        IFD3: { GPSLatitude: '13/1 45/1 0/1', GPSLatitudeRef: 'N' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect((await sharp(tagged).metadata()).exif).toBeDefined();
    const photo = (await upload(Buffer.concat([tagged, Buffer.from(secret)]))).body.photo ?? '';
    for (const size of ['small', 'large'] as const) {
      const stored = await bytesAt(photo, size);
      const { exif, xmp, iptc, icc } = await sharp(stored).metadata();
      expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(stored.includes('secret')).toBe(false);
      expect(stored.includes('Olga')).toBe(false);
    }
    expect(await sharp(await bytesAt(photo)).metadata()).toMatchObject({ width: 30, height: 60 });
  });

  it.each([
    ['an SVG file', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['an HTML page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    ['a GIF file', Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')],
    ['a PDF file', Buffer.from('%PDF-1.7\n')],
    ['an empty file', Buffer.alloc(0)],
  ])('An upload of %s is rejected.', async (_, bytes) => {
    expect(await uploadError(bytes)).toBe('415 UNSUPPORTED_MEDIA_TYPE');
    expect(await photoOf()).toBeUndefined();
  });

  it('A truncated picture is rejected, and so is text that begins like a picture.', async () => {
    expect(await uploadError(jpeg.subarray(0, jpeg.length / 2))).toBe('400 PHOTO_UNREADABLE');
    const text = Buffer.from('\xff\xd8\xff<svg xmlns="http://www.w3.org/2000/svg"/>', 'latin1');
    expect(await uploadError(text)).toBe('400 PHOTO_UNREADABLE');
  });

  it('Claims are decided while a small file with 30,000 × 30,000 pixels is rejected without being decoded.', async () => {
    const bomb = pngBomb(30_000);
    expect(bomb.length).toBeLessThan(2_000_000);
    const before = process.memoryUsage().rss;
    const [refusal, claim] = await Promise.all([uploadError(bomb), olga.say(show.id, 'ann', 'sold 1')]);
    expect(refusal).toBe('413 PAYLOAD_TOO_LARGE');
    expect(claim.outcome).toBe('winner');
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000);
  });

  it('A file above the limit is rejected, and a call without a session is rejected before the file is read.', async () => {
    expect(await uploadError(Buffer.alloc(MAX_PHOTO_BYTES + 1))).toBe('413 PAYLOAD_TOO_LARGE');
    const { status } = await call(app.url, null, 'PUT', pathOf(), Buffer.alloc(MAX_PHOTO_BYTES + 1));
    expect(status).toBe(401);
  });

  it('Another workspace cannot find the item, and its upload of the same file gets a different address.', async () => {
    const photo = (await upload(jpeg)).body.photo;
    const stranger = await newCaller(app.url);
    expect((await stranger.call('PUT', pathOf(), jpeg)).status).toBe(404);
    expect((await stranger.call('DELETE', pathOf())).status).toBe(404);
    const othersShow = await stranger.activeShow([{ itemNumber: '1' }]);
    const other = await stranger.call<Item>(
      'PUT',
      `/api/shows/${othersShow.id}/items/${othersShow.items[0]?.id}/photo`,
      jpeg,
    );
    expect(other.body.photo).not.toBe(photo);
  });

  it('An address without a stored photo is not found.', async () => {
    for (const address of [
      '/photos/',
      `/photos/${'0'.repeat(40)}-large.webp`,
      '/photos/../secrets.json',
      '/photos/%2e%2e/secrets.json',
    ]) {
      // Does not use fetch, which would resolve the dots.
      expect((await rawRequest(app.url, 'GET', address, {})).status).toBe(404);
    }
  });

  it('The same file is stored once, and is kept until no item uses it.', async () => {
    const first = (await upload(await picture(50, 50).png().toBuffer(), 0)).body.photo ?? '';
    const second = (await upload(await picture(50, 50).png().toBuffer(), 1)).body.photo;
    expect(second).toBe(first);
    await backdatePhotos();
    await olga.call('DELETE', `/api/shows/${show.id}/items/${show.items[0]?.id}`);
    await app.nest.get(PhotoCleanup).run();
    expect(storedFiles().filter((name) => name.includes(first))).toHaveLength(2);
    expect((await olga.call<Item>('DELETE', pathOf(1))).body.photo).toBeUndefined();
    await app.nest.get(PhotoCleanup).run();
    expect(storedFiles().filter((name) => name.includes(first))).toEqual([]);
  });

  it("A deleted show's photos are deleted.", async () => {
    const { body: draft } = await olga.call<{ id: string }>('POST', '/api/shows', { name: 'Draft' });
    const { body } = await olga.call<{ items: Item[] }>('POST', `/api/shows/${draft.id}/items`, {
      items: [{ itemNumber: '1' }],
    });
    const bytes = await picture(41, 41).png().toBuffer();
    const path = `/api/shows/${draft.id}/items/${body.items[0]?.id}/photo`;
    const photo = (await olga.call<Item>('PUT', path, bytes)).body.photo ?? '';
    await backdatePhotos();
    expect((await olga.call('DELETE', `/api/shows/${draft.id}`)).status).toBe(204);
    await app.nest.get(PhotoCleanup).run();
    expect(storedFiles().filter((name) => name.includes(photo))).toEqual([]);
  });

  it('An upload that was not assigned to an item because the process was killed is deleted after an hour and can be repeated.', async () => {
    const bytes = await picture(42, 42).png().toBuffer();
    const { id: userId } = olga.session.user;
    const principal = { ...olga.session.user, userId, workspaceId: olga.session.workspace.id };
    const unused = await app.nest.get(ItemPhotos).add(principal as never, bytes);
    await app.nest.get(PhotoCleanup).run();
    expect(storedFiles().filter((name) => name.includes(unused))).toHaveLength(2);
    await backdatePhotos();
    await app.nest.get(PhotoCleanup).run();
    expect(storedFiles().filter((name) => name.includes(unused))).toEqual([]);
    expect((await upload(bytes)).body.photo).toBe(unused);
    expect((await fetchPhoto(unused)).status).toBe(200);
  });

  it('An open console shows a new photo immediately, and the replay still matches.', async () => {
    const console = await connectConsole(app.url, olga.session.accessToken);
    await console.join(show.id);
    const { photo } = (await upload(jpeg)).body;
    await eventually(
      () => JSON.stringify(console.events),
      (events) => events.includes(`"photo":"${photo}"`),
    );
    console.close();
    expect((await olga.say(show.id, 'ben', 'sold 1')).claim?.status).toBe('winner');
    const { body } = await olga.call<ReplayVerdict>('GET', `/api/shows/${show.id}/replay`);
    expect(body).toMatchObject({ equal: true });
  });
});

/** A black, square PNG file with the given side length, compressed as much as possible. */
function pngBomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4, 'latin1');
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(Buffer.concat([head.subarray(4), data])));
    return Buffer.concat([head, data, sum]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  size.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side), { level: 9 });
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', size), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
