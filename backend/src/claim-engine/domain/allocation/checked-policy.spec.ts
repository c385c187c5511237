import { type AllocationPolicy, PolicyViolation } from '@sellary/extension-kit/domain';
import { board, policyWith, comment, decide, fullLine, holder, waiting } from '../../../../test/policy-board';

describe('A policy with a fault', () => {
  const faults: [string, Partial<AllocationPolicy>, string][] = [
    [
      'returns a promise',
      { decide: (() => Promise.resolve({ verdict: 'win', rule: 'x' })) as never },
      'returned no verdict on a request for item 12',
    ],
    [
      'returns nothing',
      { decide: (() => undefined) as never },
      'returned no verdict on a request for item 12',
    ],
    [
      'names no rule',
      { decide: () => ({ verdict: 'wait', rule: '' }) },
      'returned no verdict on a request for item 12',
    ],
    [
      'throws',
      {
        decide: () => {
          throw new Error('no tags');
        },
      },
      'failed: no tags',
    ],
    ['compares with no number', { order: () => NaN }, 'compared two requests and returned no number'],
    ['contradicts its own order', { order: () => -1 }, 'ordered two requests in both ways'],
  ];
  it.each(faults)('An error names a policy that %s.', (_, fault, message) => {
    const bad = (): unknown => decide(board(policyWith(fault)), [comment(1, 'ann'), comment(2, 'bob')]);
    expect(bad).toThrow(PolicyViolation);
    expect(bad).toThrow(`The allocation policy test@1 ${message}`);
  });

  it('An error names a policy that answers one question in two ways.', () => {
    let asked = 0;
    const moody = policyWith({
      decide: () => ({ verdict: (asked += 1) % 2 === 0 ? 'win' : 'wait', rule: 'mood' }),
    });
    expect(() => decide(board(moody), [comment(1, 'ann')])).toThrow(
      'test@1 decided one request for item 12 in two ways',
    );
    const turns = policyWith({ needs: ['wholeLine'], next: (line) => line[(asked += 1) % 2] ?? null });
    const state = board(turns, { ...fullLine, claims: [holder, waiting('bob', 1), waiting('cat', 2)] });
    expect(() => decide(state, [{ kind: 'release', claimId: holder.id }])).toThrow(
      'test@1 gave a unit of item 12 to two waiting claims',
    );
  });
});
