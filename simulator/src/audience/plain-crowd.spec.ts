import { audience as plainAudience } from './audience.cjs';
import { Chance } from './chance.cjs';
import { audience, seeded, STOCK, type AudienceOptions, type Chance as ChanceType } from './plain-crowd';
import { STOCK as PLAIN_STOCK } from './stock.cjs';

describe('the plain JavaScript crowd and its types', () => {
  it('The types match the plain JavaScript files.', () => {
    // The compiler does the check, because these lines do not compile if the files and their types differ.
    const chance: ChanceType = new Chance(1);
    const events: ReturnType<typeof audience> = plainAudience({
      seed: 1,
      items: STOCK,
    } satisfies AudienceOptions);
    const stock: typeof STOCK = PLAIN_STOCK;
    expect(chance.next()).toBe(seeded(1).next());
    expect(events.next()).toEqual(audience({ seed: 1, items: STOCK }).next());
    expect(stock).toBe(STOCK);
  });

  it.each(['cf', 'CF', 'f', 'deel'])('A typo of “%s” is never the word itself.', (word) => {
    const items = [{ itemNumber: '7' }];
    const typos = new Set<string>();
    for (const event of audience({ seed: 1, items, words: { claimWords: [word], passWords: ['cc'] } })) {
      if (event.type === 'comment' && event.purpose === 'typo') typos.add(event.text.toLowerCase());
      if (event.type === 'comment' && event.key === '2000') break;
    }
    expect(typos.size).toBeGreaterThan(0);
    expect(typos).not.toContain(`${word.toLowerCase()} 7`);
  });
});
