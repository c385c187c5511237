import type { ReplayVerdict, RuleChoices, Show } from '@sellary/contracts';
import {
  type AllocationPolicy,
  type ClaimGrammar,
  defineExtension,
  type ExtensionDefinition,
} from '@sellary/extension-kit';
import { type Caller, refusal, newCaller, type TestApp } from '../../test';
import { useDatabasePerTest } from '../../test/database-per-test';

/** Gives a unit to the last buyer in line. */
const lastFirst: AllocationPolicy = {
  name: 'last-first',
  version: 1,
  label: 'Last first',
  needs: ['wholeLine'],
  order: (a, b) => a.arrival - b.arrival,
  decide: (_, { claimed, total }) =>
    claimed < total ? { verdict: 'win', rule: 'unit_left' } : { verdict: 'wait', rule: 'no_unit_left' },
  next: (line) => line.at(-1) ?? null,
};

/** Reads a number with an exclamation mark as a claim. */
const shout: ClaimGrammar = {
  name: 'shout',
  version: 3,
  read(text, vocabulary) {
    if (text === 'SOLD 7') throw new Error('The grammar failed.');
    const item = /^(#?\d+)!$/.exec(text)?.[1];
    if (item === undefined || vocabulary.claimWords.length === 0) {
      return { route: 'ignore', intents: [], reason: 'no-shout' };
    }
    const span = { start: 0, end: item.length };
    return {
      route: 'auto',
      reason: null,
      intents: [{ act: 'claim', item, itemText: item, qty: 1, word: null, rule: 'shout', span }],
    };
  },
};

const extension: ExtensionDefinition = defineExtension({
  name: 'house-rules',
  version: '1.0.0',
  api: '^1.0.0',
  policies: [lastFirst],
  grammars: [shout],
});

describe('Extension policies and grammars', () => {
  const { start, stop } = useDatabasePerTest();
  let app: TestApp;
  let owner: Caller;

  beforeEach(async () => {
    app = await start({ extensions: [extension] });
    owner = await newCaller(app.url, () => app.url);
  });

  const extensionRules = { policy: 'last-first@1', grammar: 'shout' };
  const get = async <T>(path: string): Promise<T> => (await owner.call<T>('GET', path)).body;
  const replay = (show: Show): Promise<ReplayVerdict> => get(`/api/shows/${show.id}/replay`);

  it("The API lists an extension's policies and grammars after the product's own.", async () => {
    expect(await get<RuleChoices>('/api/rule-choices')).toEqual({
      policies: [
        { id: 'first-come@3', label: 'First come, first served' },
        { id: 'operator-decides@1', label: 'An operator decides' },
        { id: 'last-first@1', label: 'Last first' },
      ],
      grammars: [
        { name: 'builtin', version: expect.any(Number) as number, label: 'Built-in' },
        { name: 'shout', version: 3, label: 'shout' },
      ],
    });
  });

  it("A show uses an extension's policy and grammar, its ledger records both, and the replay matches.", async () => {
    const show = await owner.activeShow([{ itemNumber: '7', totalQuantity: 1 }], extensionRules);
    expect((await owner.say(show.id, 'ann', 'sold 7')).outcome).toBe('ignored');
    const { claim, comment } = await owner.say(show.id, 'ann', '#007!');
    expect([claim?.status, comment.parsed.grammar]).toEqual(['winner', 'shout@3']);
    for (const buyer of ['bob', 'cat']) await owner.say(show.id, buyer, '7!');
    await owner.call('POST', `/api/claims/${claim?.id}/release`, {});
    const [winner] = await owner.readClaims(show.id, 'status=winner');
    expect(winner?.buyer.handle).toBe('cat');
    const events = await owner.readEvents(show.id);
    expect(events.find(({ type }) => type === 'rules.set')?.data).toMatchObject({
      policy: 'last-first@1',
      grammar: 'shout@3',
      rules: extensionRules,
    });
    expect(await replay(show)).toMatchObject({ equal: true, differences: [] });
  });

  it('A comment that makes the grammar throw goes to review, and the grammar still reads later comments.', async () => {
    const show = await owner.activeShow([{ itemNumber: '7' }], extensionRules);
    const { outcome, comment } = await owner.say(show.id, 'ann', 'SOLD 7');
    expect([outcome, comment.parsed.reason]).toEqual(['review', 'grammar-failed']);
    expect((await owner.say(show.id, 'bob', '7!')).outcome).toBe('winner');
  });

  it('A policy or a grammar that is not loaded cannot be chosen.', async () => {
    for (const rules of [{ policy: 'last-first@9' }, { grammar: 'whisper' }]) {
      const response = await owner.call('POST', '/api/shows', rules);
      expect(response).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
    }
  });

  it("If the extension is removed, a running show's comments go to review, and the replay reports what is missing.", async () => {
    const show = await owner.activeShow([{ itemNumber: '7', totalQuantity: 1 }], extensionRules);
    await owner.say(show.id, 'ann', '7!');
    await stop(app);
    app = await start();
    expect((await owner.say(show.id, 'bob', 'sold 7')).comment.outcome).toBe('review');
    const { comment } = await owner.say(show.id, 'bob', 'sold 7');
    expect(comment.parsed).toMatchObject({ route: 'review', reason: 'grammar-missing' });
    const { equal, differences } = await replay(show);
    expect(equal).toBe(false);
    expect(differences[0]).toMatch(
      /^row \d+: the allocation policy last-first@1 is not loaded on this server\. Load the extension that provides it, and replay again\.$/,
    );
  });
});
