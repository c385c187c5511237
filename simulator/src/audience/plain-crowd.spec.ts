import { audience as itself } from './audience.cjs';
import { Chance } from './chance.cjs';
import { audience, seeded, STOCK, type AudienceOptions, type Chance as Typed } from './plain-crowd';
import { STOCK as stockItself } from './stock.cjs';

describe('the plain crowd and its types', () => {
  it('The types match the files.', () => {
    // The compiler does the check: these lines do not compile if the files and their types differ.
    const made: Typed = new Chance(1);
    const spoken: ReturnType<typeof audience> = itself({ seed: 1, items: STOCK } satisfies AudienceOptions);
    const offered: typeof STOCK = stockItself;
    expect(made.next()).toBe(seeded(1).next());
    expect(spoken.next()).toEqual(audience({ seed: 1, items: STOCK }).next());
    expect(offered).toBe(STOCK);
  });
});
