import { createHash } from 'node:crypto';
import type { SimClock } from '../clock/sim-clock';

export interface Code {
  value: string;
  subject: string;
  clientId: string;
  redirectUri: string;
  issuedAt: number;
  used: boolean;
}

/** Authorization codes from the sign-in dialogs. Each can be exchanged once, with the same redirect URI. */
export class Codes {
  private readonly byValue = new Map<string, Code>();
  private issuedCount = 0;

  constructor(
    private readonly clock: SimClock,
    private readonly seed: number,
  ) {}

  issue(subject: string, clientId: string, redirectUri: string): Code {
    this.issuedCount += 1;
    const hash = createHash('sha512').update(`${this.seed} code ${this.issuedCount}`).digest('base64url');
    const code: Code = {
      value: `AQ${hash}`,
      subject,
      clientId,
      redirectUri,
      issuedAt: this.clock.now(),
      used: false,
    };
    this.byValue.set(code.value, code);
    return code;
  }

  find(value: string): Code | null {
    return this.byValue.get(value) ?? null;
  }
}
