interface Waiting {
  amount: number;
  holder: string;
  admit: () => void;
}

/** Shares out a limited amount, such as memory or database reads: first come, first served, and never more than half to one holder. */
export class FairBudget {
  private used = 0;
  private readonly usedBy = new Map<string, number>();
  private waiting: Waiting[] = [];

  constructor(private readonly total: number) {}

  /** Waits at most `maxWaitMs` for `amount`. @returns a function that gives it back; null when the wait was too long */
  async reserve(amount: number, holder: string, maxWaitMs: number): Promise<(() => void) | null> {
    if (this.fits(amount, holder)) this.addUsage(amount, holder);
    else if (!(await this.wait(amount, holder, maxWaitMs))) return null;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.addUsage(-amount, holder);
      this.admitNext();
    };
  }

  private wait(amount: number, holder: string, maxWaitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const entry = { amount, holder, admit: () => resolve(true) };
      const late = setTimeout(() => {
        this.waiting = this.waiting.filter((one) => one !== entry);
        resolve(false);
      }, maxWaitMs);
      entry.admit = () => {
        clearTimeout(late);
        resolve(true);
      };
      this.waiting.push(entry);
    });
  }

  private admitNext(): void {
    // A holder at its own limit does not keep the ones behind it waiting.
    this.waiting = this.waiting.filter(({ amount, holder, admit }) => {
      if (!this.fits(amount, holder)) return true;
      this.addUsage(amount, holder);
      admit();
      return false;
    });
  }

  private fits(amount: number, holder: string): boolean {
    const own = this.usedBy.get(holder) ?? 0;
    return this.used + amount <= this.total && (own === 0 || own + amount <= this.total / 2);
  }

  private addUsage(amount: number, holder: string): void {
    this.used += amount;
    const own = (this.usedBy.get(holder) ?? 0) + amount;
    if (own > 0) this.usedBy.set(holder, own);
    else this.usedBy.delete(holder);
  }
}
