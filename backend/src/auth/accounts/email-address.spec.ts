import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { EmailAddress, emailKeyOf } from './email-address';

class Dto {
  @EmailAddress()
  email!: string;
}
const parse = (email: unknown): { email: string; problems: number } => {
  const dto = plainToInstance(Dto, { email });
  return { email: dto.email, problems: validateSync(dto).length };
};

describe('The email of a new account', () => {
  it.each([
    ['a control character', 'an\u0007n@example.com'],
    ['a line break', 'ann@example.com\nx@y.z'],
    ['a right-to-left override', 'ann\u202E@example.com'],
    ['a zero-width space', 'ann\u200B@example.com'],
    ['a zero-width joiner in the domain', 'ann@exa\u200Dmple'],
    ['a soft hyphen', 'an\u00ADn@example.com'],
    ['full-width letters', 'ａｎｎ@example.com'],
    ['a Cyrillic letter', 'аnn@example.com'],
    ['a Kelvin sign', '\u212Aate@example.com'],
    ['a quoted script', '"<script>alert(1)</script>"@example.com'],
    ['a quoted space', '"a b"@example.com'],
    ['an angle bracket', 'a<b@example.com'],
    ['a display name', 'Ann <ann@example.com>'],
    ['two addresses', 'ann@example.com,bob@example.com'],
    ['no domain', 'ann@'],
    ['a number instead of text', 7],
    ['more than 254 characters', `${'a'.repeat(60)}@${'b'.repeat(200)}.com`],
  ])('An email with %s is rejected.', (_, email) => {
    expect(parse(email).problems).toBeGreaterThan(0);
  });

  it.each([
    ['Ann.O+shop@Example.com', 'Ann.O+shop@Example.com'],
    [' ann@example.com ', 'ann@example.com'],
    ['ann@bücher.example', 'ann@xn--bcher-kva.example'],
    ['ann@xn--bcher-kva.example', 'ann@xn--bcher-kva.example'],
    ['ann@ｅｘａｍｐｌｅ.com', 'ann@example.com'],
    ['ann@аpple.com', 'ann@xn--pple-43d.com'],
  ])('The email %s is stored as %s.', (typed, stored) => {
    expect(parse(typed)).toEqual({ email: stored, problems: 0 });
  });

  it('Emails are compared case-insensitively and by their ASCII domain.', () => {
    expect(emailKeyOf(' Ann@BÜCHER.example')).toBe('ann@xn--bcher-kva.example');
  });
});
