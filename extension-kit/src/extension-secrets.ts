/**
 * A column of an extension's own table that contains texts of `ExtensionSecrets.seal`, or null. After a rotation of the
 * server's key, the next start encrypts the texts of declared columns again. Other texts can no longer be read when the
 * former key is removed.
 */
export interface SecretColumn {
  readonly table: string;
  readonly column: string;
  /** Column whose value, as text, is the `owner` of the secret, such as `id`. It identifies the row. */
  readonly owner: string;
}

/**
 * Encrypts secrets that an extension stores in its own tables, such as the signing secret of each endpoint. An
 * injection token: name it as the type of a constructor parameter. Declare the columns in `secretColumns` of
 * `defineExtension`. For a single secret per workspace, use a setting with `secret: true`.
 */
export abstract class ExtensionSecrets {
  /** @param owner stable name of the row that stores it, such as its id; the text can be decrypted only with it */
  abstract seal(secret: string, owner: string): string;

  /** @throws Error if the text was altered, is of another owner, or if the key of the server has changed */
  abstract open(sealed: string, owner: string): string;
}
