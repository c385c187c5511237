import type { ErrorBody, Item, ItemVariant, Show, ShowTemplate, ShowWithItems } from '@sellary/contracts';
import { useCallerPerTest, useTestApp } from '../../test';

describe('Variant codes', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);
  let show: ShowWithItems;
  let itemId: string;

  beforeEach(async () => {
    show = await operator.activeShow([
      {
        itemNumber: '1',
        sku: 'SHIRT',
        variants: [
          { name: 'S', totalQuantity: 1, sku: ' SHIRT-S ' },
          { name: 'M', totalQuantity: 2 },
        ],
      },
    ]);
    itemId = show.items[0]?.id ?? '';
  });

  const codesOf = (variants: readonly ItemVariant[] | undefined): (string | undefined)[] =>
    (variants ?? []).map(({ sku }) => sku);
  const change = async (variants: unknown): Promise<(string | undefined)[]> => {
    const { body } = await operator.call<Item>('PATCH', `/api/shows/${show.id}/items/${itemId}`, {
      variants,
    });
    return codesOf(body.variants);
  };

  it("Changing variants without specifying codes keeps each variant's code, and null removes it.", async () => {
    expect(codesOf(show.items[0]?.variants)).toEqual(['SHIRT-S', undefined]);
    expect(await change('S 3, M 2')).toEqual(['SHIRT-S', undefined]);
    const both = [
      { name: 'S', totalQuantity: 3 },
      { name: 'M', totalQuantity: 2, sku: 'SHIRT-M' },
    ];
    expect(await change(both)).toEqual(['SHIRT-S', 'SHIRT-M']);
    expect(await change([{ ...both[0], sku: null }, both[1]])).toEqual([undefined, 'SHIRT-M']);
    await operator.say(show.id, 'ann', 'sold 1 S');
    expect(await change([{ ...both[0], sku: '' }, both[1]])).toEqual([undefined, 'SHIRT-M']);
    const { body } = await operator.call<{ differences: unknown[] }>('GET', `/api/shows/${show.id}/replay`);
    expect(body.differences).toEqual([]);
  });

  it('Changing the code of one variant keeps the quantities and variants that another operator changed meanwhile.', async () => {
    const path = `/api/shows/${show.id}/items/${itemId}`;
    await change('S 3, M 2, L 1');
    const { body } = await operator.call<Item>('PATCH', path, {
      variantSku: { name: 'M', sku: ' SHIRT-M ' },
    });
    expect(body.variants?.map(({ name, totalQuantity, sku }) => [name, totalQuantity, sku])).toEqual([
      ['S', 3, 'SHIRT-S'],
      ['M', 2, 'SHIRT-M'],
      ['L', 1, undefined],
    ]);
    const removed = await operator.call<Item>('PATCH', path, { variantSku: { name: 'S', sku: null } });
    expect(codesOf(removed.body.variants)).toEqual([undefined, 'SHIRT-M', undefined]);
    for (const refused of [
      { variantSku: { name: 'XL', sku: 'SHIRT-XL' } },
      { variantSku: { name: 'S' } },
      { variantSku: { name: 'S', sku: 'x'.repeat(65) } },
      { variantSku: { name: 'S', sku: 'SHIRT' }, variants: 'S 1' },
    ]) {
      const { status } = await operator.call<ErrorBody>('PATCH', path, refused);
      expect(status).toBe(400);
    }
  });

  it('A code that is too long, is not a string, or contains a null character is rejected.', async () => {
    for (const sku of ['x'.repeat(65), 7, 'a\0b']) {
      const { status, body } = await operator.call<ErrorBody>(
        'PATCH',
        `/api/shows/${show.id}/items/${itemId}`,
        {
          variants: [{ name: 'S', totalQuantity: 1, sku }],
        },
      );
      expect([status, body.error.code]).toEqual([400, 'VALIDATION_FAILED']);
    }
  });

  it('Copies of a show, and shows created from its template, keep the codes.', async () => {
    const read = async (id: string): Promise<(string | undefined)[]> =>
      codesOf((await operator.readShow(id)).items[0]?.variants);
    const copy = await operator.call<Show>('POST', `/api/shows/${show.id}/copy`, {});
    expect(await read(copy.body.id)).toEqual(['SHIRT-S', undefined]);
    const template = await operator.call<ShowTemplate>('POST', `/api/shows/${show.id}/template`, {
      name: 'Shirts',
      withItems: true,
    });
    const created = await operator.call<Show>('POST', `/api/templates/${template.body.id}/shows`, {});
    expect(await read(created.body.id)).toEqual(['SHIRT-S', undefined]);
  });

  it("The claims export contains the variant's code, or the item's code if the variant has none.", async () => {
    await operator.say(show.id, 'ann', 'sold 1 S');
    await operator.say(show.id, 'bob', 'sold 1 M');
    const response = await fetch(`${app.url}/api/shows/${show.id}/export?type=claims`, {
      headers: { authorization: `Bearer ${operator.session.accessToken}` },
    });
    const [header = '', ...lines] = (await response.text()).trim().split('\r\n');
    const column = header.split(',').indexOf('sku');
    expect(lines.map((line) => line.split(',')[column])).toEqual(['"SHIRT-S"', '"SHIRT"']);
  });
});
