/** Throttles of the whole app; the others are of one account. */
const APP_WIDE = new Set([4, 341]);

/** Until when nobody in this process may call: calls while throttled extend the block. Times in ms. */
export class Throttles {
  private app = 0;
  private readonly accounts = new Map<string, number>();

  note(accountId: string, code: number, until: number): void {
    if (APP_WIDE.has(code)) this.app = Math.max(this.app, until);
    this.accounts.set(accountId, Math.max(this.accounts.get(accountId) ?? 0, until));
  }

  until(accountId: string): number {
    return Math.max(this.app, this.accounts.get(accountId) ?? 0);
  }
}
