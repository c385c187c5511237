import { Injectable } from '@nestjs/common';
import { ExtensionSecrets } from '@sellary/extension-kit';
import { TokenVault } from '../../platforms';

/** Encrypts secrets of extensions as the tokens of platforms are. */
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
   * Encrypts a text again that an earlier key encrypted; null if none was.
   * @throws UnreadableToken
   */
  renewed(sealed: string, owner: string): string | null {
    return this.vault.isOld(sealed) ? this.seal(this.open(sealed, owner), owner) : null;
  }
}

/** An extension cannot open a token of a platform by giving the id of its connection. */
const ownerKey = (owner: string): string => `extension\n${owner}`;
