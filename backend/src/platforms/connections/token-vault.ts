import { Inject, Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { APP_CONFIG, type AppConfig } from '../../kernel';
import { TOKENS_SECTION } from './tokens.config';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const KEY_BYTES = 32;
const MIN_KEY_LENGTH = 32;

interface Key {
  id: string;
  bytes: Buffer;
}

/**
 * Reads TOKEN_ENCRYPTION_KEY: one key, or several separated by commas. The first key encrypts, and all keys
 * decrypt. A setting with a comma is a single key unless every part is long enough to be a key.
 */
function keysOf(setting: string): Key[] {
  const parts = setting.split(',').map((part) => part.trim());
  const texts = parts.every((part) => part.length >= MIN_KEY_LENGTH) ? parts : [setting];
  return texts.map((text) => {
    const raw = Buffer.from(text, 'base64');
    const bytes =
      raw.length === KEY_BYTES && raw.toString('base64') === text
        ? raw
        : createHash('sha256').update(text).digest();
    return { id: createHash('sha256').update('key id').update(bytes).digest('hex').slice(0, 8), bytes };
  });
}

/** Thrown for a token that cannot be decrypted, because its key is missing or the token was altered. */
export class UnreadableToken extends Error {}

/**
 * Encrypts platform tokens for storage and decrypts them. The stored form is `keyId:iv:authTag:ciphertext`
 * (AES-256-GCM, the last three parts in base64).
 */
@Injectable()
export class TokenVault {
  private readonly keys: Key[];

  constructor(@Inject(APP_CONFIG) { sections }: Pick<AppConfig, 'sections'>) {
    this.keys = keysOf(sections.get(TOKENS_SECTION).tokenEncryptionKey);
  }

  /** Encrypts a token. It can be decrypted only with the same connection id. */
  seal(token: string, connectionId: string): string {
    const [key] = this.keys;
    if (key === undefined) throw new Error('No token encryption key is set');
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, key.bytes, iv).setAAD(Buffer.from(connectionId));
    const text = Buffer.concat([cipher.update(token, 'utf8'), cipher.final()]);
    return [key.id, ...[iv, cipher.getAuthTag(), text].map((part) => part.toString('base64'))].join(':');
  }

  /** @throws UnreadableToken */
  open(sealed: string, connectionId: string): string {
    const [id, iv, tag, text] = sealed.split(':');
    const key = this.keys.find((candidate) => candidate.id === id);
    if (key === undefined) {
      throw new UnreadableToken(
        'The token was encrypted with a key that TOKEN_ENCRYPTION_KEY does not contain.',
      );
    }
    try {
      const decipher = createDecipheriv(ALGORITHM, key.bytes, Buffer.from(iv ?? '', 'base64'), {
        authTagLength: 16,
      })
        .setAAD(Buffer.from(connectionId))
        .setAuthTag(Buffer.from(tag ?? '', 'base64'));
      return Buffer.concat([decipher.update(Buffer.from(text ?? '', 'base64')), decipher.final()]).toString(
        'utf8',
      );
    } catch {
      throw new UnreadableToken('The token in the database was altered.');
    }
  }

  /** True if the token was encrypted with a key other than the first. */
  needsReseal(sealed: string): boolean {
    return !sealed.startsWith(`${this.keys[0]?.id ?? ''}:`);
  }
}
