import {
  type Item,
  photoAddress,
  type Show,
  type ShowTemplate,
  type ShowWithItems,
} from '@sellary/contracts';
import sharp from 'sharp';
import { useCallerPerTest, useTestApp } from '../../../test';
import { PhotoCleanup } from './photo-cleaning';

describe('Template photos', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);
  let photo: string;
  let show: Show;
  let template: ShowTemplate;
  let shade = 0;

  beforeEach(async () => {
    ({ body: show } = await operator.call<Show>('POST', '/api/shows', { name: 'Friday' }));
    const { body } = await operator.call<{ items: Item[] }>('POST', `/api/shows/${show.id}/items`, {
      items: [{ itemNumber: '1' }, { itemNumber: '2' }, { itemNumber: '3' }],
    });
    shade += 1;
    const background = { r: shade, g: 30, b: 40 };
    const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background } })
      .png()
      .toBuffer();
    // Two items with the same photo, and an item without a photo between them.
    for (const index of [0, 2]) {
      const path = `/api/shows/${show.id}/items/${body.items[index]?.id}/photo`;
      photo = (await operator.call<Item>('PUT', path, picture)).body.photo ?? '';
    }
    ({ body: template } = await operator.call<ShowTemplate>('POST', `/api/shows/${show.id}/template`, {
      name: 'Evenings',
      withItems: true,
    }));
  });

  const startShow = async (): Promise<ShowWithItems> => {
    const { body } = await operator.call<Show>('POST', `/api/templates/${template.id}/shows`, {});
    return (await operator.call<ShowWithItems>('GET', `/api/shows/${body.id}`)).body;
  };
  const photosOf = ({ items }: ShowWithItems): (string | undefined)[] => items.map((item) => item.photo);
  const clean = async (): Promise<void> => {
    const database = await app.connect();
    await database.query("UPDATE item_photos SET added_at = now() - interval '1 day'");
    await app.nest.get(PhotoCleanup).run();
  };
  /** Reads the database, because a cache may still have the files. */
  const isStored = async (): Promise<boolean> => {
    const database = await app.connect();
    const { rows } = await database.query('SELECT 1 FROM item_photos WHERE id = $1', [photo]);
    return rows.length === 1;
  };

  it("A show started from a template has the template's photos on the same items.", async () => {
    expect(photosOf(await startShow())).toEqual([photo, undefined, photo]);
  });

  it('The photos are kept when the show that the template was made from is deleted.', async () => {
    await operator.call('DELETE', `/api/shows/${show.id}`);
    await clean();
    expect(await isStored()).toBe(true);
    expect(photosOf(await startShow())).toEqual([photo, undefined, photo]);
    expect((await fetch(app.url + photoAddress(photo, 'small'))).status).toBe(200);
  });

  it("A show's photos are kept when the template is deleted, and are deleted with the last show.", async () => {
    const copy = await startShow();
    await operator.call('DELETE', `/api/shows/${show.id}`);
    expect((await operator.call('DELETE', `/api/templates/${template.id}`)).status).toBe(204);
    await clean();
    expect(await isStored()).toBe(true);
    await operator.call('DELETE', `/api/shows/${copy.id}`);
    await clean();
    expect(await isStored()).toBe(false);
  });

  it('A photo removed from the show stays in the template.', async () => {
    const items = (await operator.call<ShowWithItems>('GET', `/api/shows/${show.id}`)).body.items;
    for (const { id } of items) await operator.call('DELETE', `/api/shows/${show.id}/items/${id}/photo`);
    await clean();
    expect(photosOf(await startShow())).toEqual([photo, undefined, photo]);
  });
});
