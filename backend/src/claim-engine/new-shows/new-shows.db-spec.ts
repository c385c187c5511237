import type { ErrorBody, Item, ItemInput, Show, ShowTemplate, ShowTemplateList } from '@sellary/contracts';
import { MAX_TEMPLATES } from '@sellary/contracts';
import type { Client } from 'pg';
import { type Caller, newCaller, refusal, useCallerPerTest, useTestApp } from '../../../test';

const UNKNOWN_ID = '00000000-0000-4000-8000-000000000000';

describe('Show copies and templates', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);
  let database: Client;

  beforeAll(async () => (database = await app.connect()));

  /** A show in euros that has sold all of #A1, one of three units of #2, and size S of #3. */
  const soldShow = async (): Promise<Show & { items: Item[] }> => {
    const items: ItemInput[] = [
      { itemNumber: 'A1', title: 'Hat', price: 1490 },
      {
        itemNumber: '2',
        title: 'Scarf',
        description: 'Wool',
        totalQuantity: 3,
        price: 900,
        compareAtPrice: 1200,
      },
      {
        itemNumber: '3',
        variants: [
          { name: 'S', totalQuantity: 1 },
          { name: 'M', totalQuantity: 2, price: 500 },
        ],
        price: 400,
      },
    ];
    const show = await operator.activeShow(items, {
      name: 'Friday',
      currency: 'EUR',
      claimWords: ['mine'],
      maxUnitsPerShow: 9,
    });
    await operator.say(show.id, 'ann', 'mine A1');
    await operator.say(show.id, 'ann', 'mine 2');
    await operator.say(show.id, 'ann', 'mine 3 S');
    return operator.readShow(show.id);
  };
  const copy = (id: string, body: unknown = {}) =>
    operator.call<Show & ErrorBody>('POST', `/api/shows/${id}/copy`, body);
  const units = ({ items }: { items: Item[] }): string[] =>
    items.map(({ itemNumber, totalQuantity, variants }) =>
      [itemNumber, totalQuantity, ...(variants ?? []).map((v) => `${v.name} ${v.totalQuantity}`)].join(' '),
    );

  it('A copy is a draft with the same rules, the same currency, and the unsold units of the items.', async () => {
    const show = await soldShow();
    const { status, body } = await copy(show.id, { name: ' Next Friday ' });
    expect(status).toBe(201);
    const draft = await operator.readShow(body.id);
    expect(draft).toEqual({ ...body, items: draft.items });
    expect(draft).toMatchObject({
      name: 'Next Friday',
      status: 'draft',
      sources: [],
      rules: show.rules,
      currency: show.currency,
      stats: { items: 2, unitsTotal: 4, claims: 0, amountWon: 0 },
      items: [
        {
          itemNumber: '2',
          title: 'Scarf',
          description: 'Wool',
          position: 0,
          claimedCount: 0,
          winners: [],
          price: 900,
          compareAtPrice: 1200,
          totalQuantity: 2,
        },
        {
          itemNumber: '3',
          price: 400,
          variants: [{ name: 'M', totalQuantity: 2, price: 500, claimedCount: 0 }],
        },
      ],
    });
    expect(await operator.readShow(show.id)).toEqual(show);
  });

  it('A copy has the chosen items in the requested quantities.', async () => {
    const { id, items } = await soldShow();
    const [hat, scarf, shirt] = items.map((item) => item.id);
    const { body } = await copy(id, {
      items: [
        { itemId: shirt, variants: [{ name: 'S', totalQuantity: 4 }] },
        { itemId: hat, totalQuantity: 7 },
        { itemId: scarf },
      ],
    });
    expect(units(await operator.readShow(body.id))).toEqual(['3 4 S 4', 'A1 7', '2 2']);
    const { body: empty } = await copy(id, { items: [] });
    expect((await operator.readShow(empty.id)).items).toEqual([]);
  });

  it('Withdrawn items are copied only if the request lists them.', async () => {
    const { id, items } = await soldShow();
    const scarf = items[1]?.id;
    await operator.call('POST', `/api/shows/${id}/items/${scarf}/withdraw`);
    expect(units(await operator.readShow((await copy(id)).body.id))).toEqual(['3 2 M 2']);
    const { body } = await copy(id, { items: [{ itemId: scarf }] });
    expect(await operator.readShow(body.id)).toMatchObject({
      items: [{ itemNumber: '2', withdrawnAt: null }],
    });
  });

  it('A rejected copy does not create a draft.', async () => {
    const { id, items } = await soldShow();
    const drafts = async (): Promise<number> =>
      (await operator.call<{ shows: Show[] }>('GET', '/api/shows?status=draft')).body.shows.length;
    const soldOut = await copy(id, { items: [{ itemId: items[0]?.id }] });
    expect(soldOut).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
    expect(soldOut.body.error.details?.[0]?.message).toContain('#A1 is sold out.');
    expect((await copy(id, { items: [{ itemId: UNKNOWN_ID }] })).status).toBe(404);
    const scarf = { itemId: items[1]?.id };
    expect((await copy(id, { items: [scarf, scarf] })).body.error.code).toBe('ITEM_NUMBER_TAKEN');
    expect(await drafts()).toBe(0);
  });

  it('A copy can be activated and can sell items, and its ledger replays without differences.', async () => {
    const { id } = await soldShow();
    const { body: draft } = await copy(id, { sources: [{ platform: 'rehearsal' }] });
    expect(draft.sources).toMatchObject([{ platform: 'rehearsal' }]);
    expect((await operator.call('POST', `/api/shows/${draft.id}/activate`, {})).status).toBe(200);
    for (const viewer of ['bob', 'cat', 'dan']) await operator.say(draft.id, viewer, 'mine 2');
    expect((await operator.readShow(draft.id)).stats).toMatchObject({
      winners: 2,
      waitlisted: 1,
      amountWon: 1800,
    });
    const { body } = await operator.call<{ differences: unknown[] }>('GET', `/api/shows/${draft.id}/replay`);
    expect(body.differences).toEqual([]);
  });

  it("A show created from a template has the template's rules, title with the date, and items with all their units.", async () => {
    const show = await soldShow();
    const { status, body: template } = await operator.call<ShowTemplate>(
      'POST',
      `/api/shows/${show.id}/template`,
      { name: 'Evenings', title: 'Evening {date}', withItems: true },
    );
    expect(status).toBe(201);
    expect(template).toEqual({
      id: template.id,
      name: 'Evenings',
      title: 'Evening {date}',
      items: 3,
      rules: show.rules,
      currency: show.currency,
      createdAt: template.createdAt,
      updatedAt: template.createdAt,
    });
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { claimWords: ['changed'] });
    const { body: draft } = await operator.call<Show>('POST', `/api/templates/${template.id}/shows`, {});
    expect(draft).toMatchObject({ status: 'draft', rules: show.rules, currency: show.currency });
    expect(draft.name).toMatch(/^Evening \d{4}-\d\d-\d\d$/);
    expect(units(await operator.readShow(draft.id))).toEqual(['A1 1', '2 3', '3 3 S 1 M 2']);
  });

  it('A template without items creates an empty show, and can be edited and deleted.', async () => {
    const show = await soldShow();
    const { body: template } = await operator.call<ShowTemplate>('POST', `/api/shows/${show.id}/template`, {
      name: 'Bare',
    });
    expect(template).toMatchObject({ name: 'Bare', title: 'Bare', items: 0 });
    const path = `/api/templates/${template.id}`;
    const renamed = await operator.call<ShowTemplate>('PATCH', path, { title: 'Bare {date}' });
    expect(renamed.body).toMatchObject({ name: 'Bare', title: 'Bare {date}' });
    const { body: draft } = await operator.call<Show>('POST', `${path}/shows`, { name: 'Own name' });
    expect(await operator.readShow(draft.id)).toMatchObject({ name: 'Own name', items: [] });
    expect((await operator.call('DELETE', path)).status).toBe(204);
    expect((await operator.call('POST', `${path}/shows`, {})).status).toBe(404);
    expect((await operator.readShow(draft.id)).name).toBe('Own name');
  });

  it('If three calls delete a template at the same time, only one succeeds and appears in the audit log.', async () => {
    const show = await soldShow();
    const { body: template } = await operator.call<ShowTemplate>('POST', `/api/shows/${show.id}/template`, {
      name: 'Twice',
    });
    const deleted = await Promise.all(
      [1, 2, 3].map(() => operator.call('DELETE', `/api/templates/${template.id}`)),
    );
    expect(deleted.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect(await operator.readAudit('action=template.delete')).toHaveLength(1);
  });

  it('Templates are listed page by page, are limited in number, and belong to one workspace.', async () => {
    const show = await soldShow();
    const save = (name: string) =>
      operator.call<ShowTemplate & ErrorBody>('POST', `/api/shows/${show.id}/template`, { name });
    const { body: first } = await save('First');
    await save('Second');
    const page = async (caller: Caller, query: string): Promise<ShowTemplateList> =>
      (await caller.call<ShowTemplateList>('GET', `/api/templates?${query}`)).body;
    const newest = await page(operator, 'limit=1');
    expect(newest.templates.map(({ name }) => name)).toEqual(['Second']);
    const rest = await page(operator, `limit=1&cursor=${newest.nextCursor ?? ''}`);
    expect([rest.templates.map(({ name }) => name), rest.nextCursor]).toEqual([['First'], null]);

    const other = await newCaller(app.url);
    expect((await page(other, '')).templates).toEqual([]);
    for (const [method, suffix] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['POST', '/shows'],
    ] as const) {
      const body = method === 'DELETE' ? undefined : {};
      expect((await other.call(method, `/api/templates/${first.id}${suffix}`, body)).status).toBe(404);
    }
    await database.query(
      `INSERT INTO show_templates SELECT gen_random_uuid(), workspace_id, name, title, rules, currency, items, created_at, updated_at
       FROM show_templates, generate_series(3, $2) WHERE id = $1`,
      [first.id, MAX_TEMPLATES],
    );
    expect((await save('One more')).body.error.code).toBe('LIMIT_REACHED');
  });
});
