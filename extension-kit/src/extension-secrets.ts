/**
 * A column of an extension's own table that contains results of `ExtensionSecrets.seal`, or null. After the
 * server's key is rotated, the next start re-encrypts the declared columns. Secrets stored anywhere else can
 * no longer be decrypted once the old key is removed.
 */
export interface SecretColumn {
  readonly table: string;
  readonly column: string;
  /** Column whose value, as text, is the secret's `owner`, such as `id`. It identifies the row. */
  readonly owner: string;
}

/**
 * Encrypts secrets that an extension stores in its own tables, such as the signing secret of each endpoint.
 * An injection token: use it as the type of a constructor parameter. Declare the columns in `secretColumns`
 * of `defineExtension`. For a single secret per workspace, use a setting with `secret: true`.
 */
export abstract class ExtensionSecrets {
  /**
   * @param owner stable name of the row that stores the secret, such as the row's id; also required to
   * decrypt the secret
   */
  abstract seal(secret: string, owner: string): string;

  /** @throws Error if the text was altered or has another owner, or if the server no longer has its key */
  abstract open(sealed: string, owner: string): string;
}
