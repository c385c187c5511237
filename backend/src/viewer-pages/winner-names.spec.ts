import { publicName } from './winner-names';

describe("Winners' names on public pages", () => {
  it.each([
    ['Anna Müller', 'A. M.'],
    ['anna', 'A.'],
    ['Juan Carlos de la Cruz', 'J. C.'],
    ['สมชาย ใจดี', 'ส. ใ.'],
    ['👩‍👩‍👧 shop', '👩‍👩‍👧. S.'],
    ['_._', '_.'],
  ])('The initials of the name "%s" are "%s".', (displayName, expected) => {
    expect(publicName({ handle: 'handle', displayName }, 'letters')).toBe(expected);
  });

  it("A buyer without a name is shown with the handle's initials.", () => {
    expect(publicName({ handle: 'anna_m88', displayName: ' ' }, 'letters')).toBe('A. M.');
  });

  it('The full name is shown as the platform provides it.', () => {
    expect(publicName({ handle: 'anna', displayName: 'Anna Müller' }, 'full')).toBe('Anna Müller');
  });
});
