import { passwordProblem } from './password-policy';

const OWNER = { email: 'rita.summers@boutique.example', name: 'Rita Summers' };

describe('A new password', () => {
  it.each([
    'password123',
    'Password1234!',
    'P@ssw0rd123',
    '1234567890',
    '0987654321',
    'qwertyuiop',
    'qwerty123456',
    'letmein12345',
    'iloveyou2024',
    'i love you 2024',
    'unbelievable',
    'passwordpassword',
  ])('The password "%s" is rejected because it is common or a sequence.', (password) => {
    expect(passwordProblem(password, OWNER)).toMatch(/attackers try it first|follows a row/);
  });

  it.each([
    'aaaaaaaaaa',
    ' '.repeat(10),
    'aaaaabbbbb',
    'abcabcabcabc',
    '1212121212',
    'abcdefghij',
    'jihgfedcba',
    'aaaabbbbcccc',
    'abc123abc123',
    'ａｂｃｄｅｆｇｈｉｊ',
  ])('The password "%s" is rejected because it repeats itself or is a sequence.', (password) => {
    expect(passwordProblem(password, OWNER)).toContain('repeats a pattern');
  });

  it.each([
    'rita.summers@boutique.example',
    'RITA.SUMMERS',
    'Rita Summers',
    'ritasummers1990',
    'rita_summers!',
  ])('The password "%s" is rejected because it is based on the user’s own name or email.', (password) => {
    expect(passwordProblem(password, OWNER)).toContain('your name or email');
  });

  it('A password with an invalid character is rejected.', () => {
    expect(passwordProblem('correct horse \uFFFD', OWNER)).toContain('invalid character');
  });

  it('A password’s length is counted in composed characters.', () => {
    expect(passwordProblem('e\u0301'.repeat(5), OWNER)).toContain('10 characters');
  });

  it.each([
    'correct horse',
    'correct horse battery',
    'tall green hut',
    'demo-password',
    'bench bench bench',
    'Über-grüne Äpfel',
    '松竹梅鶴亀鯛海老蟹貝',
  ])('The password "%s" is accepted.', (password) => {
    expect(passwordProblem(password, OWNER)).toBeNull();
  });
});
