import type { ConfigSection } from '../../kernel';

/** One key, or several separated by commas. */
interface TokensConfig {
  tokenEncryptionKey: string;
}

/** Reads the keys that encrypt platform tokens. */
export const TOKENS_SECTION: ConfigSection<TokensConfig> = {
  read: (env) => ({ tokenEncryptionKey: env.secret('TOKEN_ENCRYPTION_KEY', 'encrypts platform tokens') }),
  secrets: ({ tokenEncryptionKey }) =>
    tokenEncryptionKey.split(',').map((key) => ['TOKEN_ENCRYPTION_KEY', key.trim()]),
};
