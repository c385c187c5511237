import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { isEmail, MaxLength, ValidateBy } from 'class-validator';
import { domainToASCII } from 'node:url';

const MAX_LENGTH = 254;
/**
 * Excludes quotes, angle brackets, and letters that only look like ASCII. The local part follows RFC 5322.
 */
const PLAIN = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+$/;

const INVALID_EMAIL_MESSAGE = 'email must be an email address';
const UNSUPPORTED_CHARACTERS_MESSAGE =
  'email can contain only unaccented Latin letters, digits, and common symbols, but no quotes or brackets';

/**
 * An email with its domain in ASCII. An internationalized domain becomes punycode, so that two emails look
 * the same only if they are the same. Surrounding spaces are removed; text that is not an email is otherwise
 * unchanged.
 */
function asciiEmail(text: string): string {
  const trimmed = text.trim();
  // Converting a long domain is slow, and a text this long is not an email.
  if (trimmed.length > MAX_LENGTH) return trimmed;
  const at = trimmed.lastIndexOf('@');
  const domain = at < 0 ? '' : domainToASCII(trimmed.slice(at + 1));
  // An ASCII domain stays as typed; only other domains are converted.
  return domain === '' || /^[\x20-\x7e]*$/.test(trimmed.slice(at + 1))
    ? trimmed
    : `${trimmed.slice(0, at)}@${domain}`;
}

/** The key for comparing emails. */
export const emailKeyOf = (email: string): string => asciiEmail(email).toLowerCase();

const isPlainEmail = (value: unknown): boolean =>
  typeof value === 'string' &&
  PLAIN.test(value) &&
  isEmail(value, { allow_utf8_local_part: false, ignore_max_length: true });

/** A valid email for a new account or an invitation. */
export const EmailAddress = (): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? asciiEmail(value) : value)),
    MaxLength(MAX_LENGTH),
    // Named after the library's own rule, so that the API description shows the format.
    ValidateBy({
      name: 'isEmail',
      validator: {
        validate: isPlainEmail,
        defaultMessage: (args) =>
          /[^\x21-\x7e]|["<>]/.test(String(args?.value ?? ''))
            ? UNSUPPORTED_CHARACTERS_MESSAGE
            : INVALID_EMAIL_MESSAGE,
      },
    }),
  );
