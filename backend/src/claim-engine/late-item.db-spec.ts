import type { Claim } from '@sellary/contracts';
import { connectConsole, useCaller, useTestApp } from '../../test';

describe('An item added after viewers claimed its number', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  it('Consoles receive each waiting claim with the right position.', async () => {
    const show = await operator.activeShow([]);
    for (const user of ['ann', 'bob', 'cat']) await operator.say(show.id, user, 'sold 12');
    const console = await connectConsole(app.url, operator.session.accessToken);
    await console.join(show.id);
    await operator.addItems(show.id, { itemNumber: '12' });
    await console.until((await operator.readShow(show.id)).lastSeq);
    const reported = console.events.flatMap((event) =>
      event.type === 'claim.updated' ? [event.data.claim] : [],
    );
    const summary = ({ buyer, status, waitlistPosition }: Claim) => [buyer.handle, status, waitlistPosition];
    expect(reported.map(summary)).toEqual([
      ['ann', 'winner', null],
      ['bob', 'waitlist', 1],
      ['cat', 'waitlist', 2],
    ]);
    console.close();
  });
});
