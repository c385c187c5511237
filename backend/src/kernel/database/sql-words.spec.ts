import { sqlWords } from './sql-words';

describe('A closed list of words in SQL', () => {
  it('Words are rendered in order, as a quoted list for IN.', () => {
    expect(sqlWords(['winner', 'not_counted'])).toBe("('winner', 'not_counted')");
  });

  it.each([[["winner'); DROP TABLE claims; --"]], [['Winner']], [[]]])(
    'The list %j is rejected.',
    (words) => {
      expect(() => sqlWords(words)).toThrow('Not a list of plain words');
    },
  );
});
