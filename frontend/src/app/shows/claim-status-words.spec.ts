import type { IntentOutcome } from '@sellary/contracts';
import { aComment } from '../../../testing/wire';
import { commentWord } from './claim-status-words';

describe('the word for a comment', () => {
  const anOutcome = (quantity: number, won: number, waiting: number): IntentOutcome => ({
    item: '101',
    quantity,
    won,
    waiting,
    outcome: won > 0 ? 'winner' : 'waitlist',
    claimIds: Array.from({ length: won + waiting }, (_, index) => `claim-${index}`),
  });

  it.each([
    [[anOutcome(5, 4, 1)], '4 of 5 won'],
    [[anOutcome(1, 1, 0), anOutcome(1, 0, 1)], '1 of 2 won'],
    [[anOutcome(3, 0, 2)], '2 of 3 waiting'],
    [[anOutcome(1, 1, 0)], 'Won'],
  ])('A comment with the outcomes %j has the word “%s”.', (outcomes, word) => {
    const { outcome = 'winner' } = outcomes[0] ?? {};
    expect(commentWord(aComment('rita', outcome, { outcomes }))?.word).toBe(word);
  });

  it('A comment in review has the word “Needs review”, however many units it asks for.', () => {
    expect(commentWord(aComment('rita', 'review', { outcomes: [anOutcome(5, 4, 1)] }))?.word).toBe(
      'Needs review',
    );
  });
});
