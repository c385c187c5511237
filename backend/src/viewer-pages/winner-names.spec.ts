import { publicName } from './winner-names';

describe('Names of winners on public pages', () => {
  it.each([
    ['Anna Müller', 'A. M.'],
    ['anna', 'A.'],
    ['Juan Carlos de la Cruz', 'J. C.'],
    ['สมชาย ใจดี', 'ส. ใ.'],
    ['👩‍👩‍👧 shop', '👩‍👩‍👧. S.'],
  ])('The first letters of the name "%s" are "%s".', (displayName, expected) => {
    expect(publicName({ handle: 'handle', displayName }, 'letters')).toBe(expected);
  });

  it('A buyer without a name is shown by the first letters of the handle.', () => {
    expect(publicName({ handle: 'anna_m88', displayName: ' ' }, 'letters')).toBe('A. M.');
  });

  it('The full name is as the platform shows it.', () => {
    expect(publicName({ handle: 'anna', displayName: 'Anna Müller' }, 'full')).toBe('Anna Müller');
  });
});
