import { Injectable } from '@nestjs/common';
import { ExtensionSecrets } from '@sellary/extension-kit';
import { TokenVault } from '../../platforms';

/** Encrypts extension secrets in the same way as platform tokens. */
@Injectable()
export class VaultSecrets extends ExtensionSecrets {
  constructor(private readonly vault: TokenVault) {
    super();
  }

  seal(secret: string, owner: string): string {
    return this.vault.seal(secret, vaultOwner(owner));
  }

  open(sealed: string, owner: string): string {
    return this.vault.open(sealed, vaultOwner(owner));
  }

  /**
   * Re-encrypts a secret with the first key in TOKEN_ENCRYPTION_KEY.
   * @returns null if it is already encrypted with that key
   * @throws UnreadableToken
   */
  reseal(sealed: string, owner: string): string | null {
    return this.vault.needsReseal(sealed) ? this.seal(this.open(sealed, owner), owner) : null;
  }
}

/** Adds a prefix, so that an extension cannot open a platform token by passing a connection id. */
const vaultOwner = (owner: string): string => `extension\n${owner}`;
