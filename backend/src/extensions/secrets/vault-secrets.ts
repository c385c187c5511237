import { Injectable } from '@nestjs/common';
import { ExtensionSecrets } from '@sellary/extension-kit';
import { TokenVault } from '../../platforms';

/** Encrypts secrets of extensions in the same way as the tokens of platforms. */
@Injectable()
export class VaultSecrets extends ExtensionSecrets {
  constructor(private readonly vault: TokenVault) {
    super();
  }

  seal(secret: string, owner: string): string {
    return this.vault.seal(secret, ownerKey(owner));
  }

  open(sealed: string, owner: string): string {
    return this.vault.open(sealed, ownerKey(owner));
  }

  /**
   * Encrypts a secret again with the first key of TOKEN_ENCRYPTION_KEY.
   * @returns null if it is already encrypted with that key
   * @throws UnreadableToken
   */
  reseal(sealed: string, owner: string): string | null {
    return this.vault.isOld(sealed) ? this.seal(this.open(sealed, owner), owner) : null;
  }
}

/** Adds a prefix, so that an extension cannot open a platform token by giving the id of a connection. */
const ownerKey = (owner: string): string => `extension\n${owner}`;
