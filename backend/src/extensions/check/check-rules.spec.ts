import { type AllocationPolicy, type ClaimGrammar, defineExtension } from '@sellary/extension-kit';
import { builtinGrammar, firstCome } from '../../../test/built-in-rules';
import { checkExtensions } from './check-extensions';

const policy = (changes: Partial<AllocationPolicy>): AllocationPolicy => ({
  ...firstCome,
  name: 'custom',
  version: 1,
  ...changes,
});
const grammar = (changes: Partial<ClaimGrammar>): ClaimGrammar => ({
  ...builtinGrammar,
  name: 'custom',
  version: 1,
  ...changes,
});
const check = (...extensions: Partial<Parameters<typeof defineExtension>[0]>[]): void =>
  checkExtensions(
    extensions.map((extension, index) =>
      defineExtension({ name: `extension-${index}`, version: '1.0.0', api: '^1.0.0', ...extension }),
    ),
  );
const win = { verdict: 'win', rule: 'mine' } as const;
const adapter = {
  id: 'chat',
  label: 'Chat',
  comments: { kind: 'cursor', next: () => Promise.reject(new Error('The chat is closed.')) },
} as const;

describe('Checks of extension policies, grammars, and platforms', () => {
  it('An extension may have several versions of the same policy.', () => {
    expect(() =>
      check({ policies: [policy({}), policy({ version: 2 })], grammars: [grammar({})] }),
    ).not.toThrow();
  });

  it.each([
    [
      'a policy name that another extension already has',
      [{ policies: [policy({})] }, { policies: [policy({ version: 2 })] }],
      '"extension-1" has the allocation policy "custom", which "extension-0" already has.',
    ],
    [
      'a policy name that the product already has',
      [{ policies: [policy({ name: 'first-come', version: 9 })] }],
      '"extension-0" has the allocation policy "first-come", which the product already has.',
    ],
    [
      'an extension that has the same policy version twice',
      [{ policies: [policy({}), policy({})] }],
      'has the allocation policy "custom@1" twice. Remove one, or raise its version.',
    ],
    [
      'a grammar name that the product already has',
      [{ grammars: [grammar({ name: 'builtin' })] }],
      'has the grammar "builtin", which the product already has.',
    ],
    [
      'a platform id that another extension already has',
      [{ adapters: [adapter] }, { adapters: [adapter] }],
      '"extension-1" has the platform "chat", which "extension-0" already has.',
    ],
    [
      'an async policy',
      [{ policies: [policy({ decide: (async () => Promise.resolve(win)) as never })] }],
      'has the asynchronous method decide. A policy must be synchronous',
    ],
    [
      'a policy that returns a promise',
      [{ policies: [policy({ decide: (() => Promise.resolve(win)) as never })] }],
      'did not return a verdict on a request for item',
    ],
    [
      'a policy that gives more units than the item has',
      [{ policies: [policy({ decide: () => win })] }],
      /custom@1, which gave away a unit of item \d, which has none left \(sale \d+\)\. Fix it so that checkPolicy\(\)/,
    ],
    [
      'a policy that decides the same request in two ways',
      [
        {
          policies: [
            policy({
              decide: (() => {
                let count = 0;
                return () => ({ verdict: (count += 1) % 2 === 0 ? 'wait' : 'refuse', rule: 'changing' });
              })() as never,
            }),
          ],
        },
      ],
      'decided the same request for item',
    ],
    [
      'a grammar that returns a promise',
      [{ grammars: [grammar({ read: (() => Promise.resolve({})) as never })] }],
      'returned a promise. A grammar must be synchronous',
    ],
    [
      'a grammar whose span is outside the text',
      [
        {
          grammars: [
            grammar({
              read: () => ({
                route: 'auto',
                reason: null,
                intents: [
                  {
                    act: 'claim',
                    item: '1',
                    itemText: '1',
                    qty: 1,
                    word: null,
                    rule: 'x',
                    span: { start: 0, end: 99_999 },
                  },
                ],
              }),
            }),
          ],
        },
      ],
      'returned a span that is not inside the text',
    ],
  ] as [string, Partial<Parameters<typeof defineExtension>[0]>[], string | RegExp][])(
    'The product rejects %s.',
    (_, extensions, problem) => {
      expect(() => check(...extensions)).toThrow(problem);
    },
  );
});
