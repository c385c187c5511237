import { Injectable, inject, signal } from '@angular/core';
import { type BasketOutcome, type BasketRow, MAX_BASKETS_PER_STEP } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { BasketsApi, type StepCommand } from '../api/baskets-api';
import { errorText } from '../api/error-texts';
import { formatNumber } from '../i18n/format-locale';
import { Notices } from '../ui/notices';
import { DONE_TEXTS, basketBuyerName } from './basket-words';

/** Maximum number of baskets to reload after a failed step. Each needs a request. */
const MAX_REREAD = 20;

const NO_ANSWER = $localize`:@@baskets.refused.no-answer:No response from the server, so this may or may not have been done. Check the basket before you try again.`;

/**
 * Applies steps to baskets, and remembers the result of each. Shared by the pages, because a step on one page
 * may be undone on another.
 */
@Injectable({ providedIn: 'root' })
export class BasketSteps {
  private readonly api = inject(BasketsApi);
  private readonly notices = inject(Notices);
  readonly busy = signal(false);
  private readonly newRows = signal<ReadonlyMap<string, BasketRow>>(new Map());
  /** Baskets after a step, by id. A list loaded before the step shows these instead. */
  readonly changedBaskets = this.newRows.asReadonly();
  private readonly reasons = signal<ReadonlyMap<string, string>>(new Map());
  /** Sentences that tell why the last step failed, by basket id. */
  readonly refusals = this.reasons.asReadonly();

  /** Clears all results. Called when a page opens and after the baskets are reloaded. */
  reset(): void {
    if (this.newRows().size > 0) this.newRows.set(new Map());
    if (this.reasons().size > 0) this.reasons.set(new Map());
  }

  /** @returns the baskets for which the step succeeded, as they are now */
  async apply(command: StepCommand, rows: readonly BasketRow[]): Promise<BasketRow[]> {
    if (this.busy() || rows.length === 0) return [];
    this.busy.set(true);
    this.reasons.set(new Map());
    const changedRows: BasketRow[] = [];
    try {
      for (let from = 0; from < rows.length; from += MAX_BASKETS_PER_STEP) {
        changedRows.push(...(await this.applyBatch(command, rows.slice(from, from + MAX_BASKETS_PER_STEP))));
      }
    } finally {
      this.busy.set(false);
    }
    this.announce(command, changedRows);
    return changedRows;
  }

  private async applyBatch(command: StepCommand, rows: readonly BasketRow[]): Promise<BasketRow[]> {
    try {
      const outcomes = await this.api.applyStep(
        command,
        rows.map(({ id, version }) => ({ id, version })),
      );
      return await this.recordOutcomes(outcomes);
    } catch (failure) {
      const { code, message } = ApiError.from(failure);
      const ids = rows.map(({ id }) => id);
      // The step may have been done although its response was lost.
      const isLost = code === 'NETWORK' || code === 'UNAVAILABLE';
      this.refuse(ids.map((id) => [id, isLost ? NO_ANSWER : notChangedText(message)]));
      if (isLost) await this.reread(ids);
      return [];
    }
  }

  private async recordOutcomes(outcomes: readonly BasketOutcome[]): Promise<BasketRow[]> {
    const changedRows = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.basket] : []));
    const failures = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome]));
    this.remember(changedRows);
    this.refuse(failures.map(({ id, error }) => [id, notChangedText(errorText(error.code, error.message))]));
    const stale = failures.filter(({ error }) => error.code === 'BASKET_CHANGED');
    await this.reread(stale.map(({ id }) => id));
    return changedRows;
  }

  private async reread(ids: readonly string[]): Promise<void> {
    const reads = ids.slice(0, MAX_REREAD).map(async (id) => this.remember([await this.api.get(id)]));
    // If a read fails, the row still shows why the step failed, which is what the operator needs to know.
    await Promise.allSettled(reads);
  }

  private remember(rows: readonly BasketRow[]): void {
    this.newRows.update((before) => new Map([...before, ...rows.map((row) => [row.id, row] as const)]));
  }

  private refuse(reasons: readonly (readonly [string, string])[]): void {
    this.reasons.update((before) => new Map([...before, ...reasons]));
  }

  private announce(command: StepCommand, changedRows: readonly BasketRow[]): void {
    if (changedRows.length === 0) return;
    const text = doneText(command, changedRows);
    if (changedRows.some(({ undoes }) => undoes === null) || command.step === 'undo') {
      this.notices.show(text);
      return;
    }
    this.notices.offerUndo(
      text,
      $localize`:Consequence of undoing a step|@@baskets.undo.consequence:everything goes back to how it was`,
      () => void this.undo(changedRows),
    );
  }

  /** Undoes a step from the undo bar. A notice reports a failure, because the page may not list the baskets. */
  private async undo(rows: readonly BasketRow[]): Promise<void> {
    if (this.busy()) {
      this.notices.warn(
        $localize`:@@baskets.undo.busy:Not undone, because another step is still running. Undo it on the basket’s page.`,
      );
      return;
    }
    const undone = await this.apply({ step: 'undo' }, rows);
    const [refusal] = this.refusals().values();
    if (undone.length < rows.length && refusal !== undefined) this.notices.warn(refusal);
  }
}

const notChangedText = (reason: string): string =>
  $localize`:@@baskets.table.refused:Not changed: ${reason}:reason:`;

/** "Marked 12 baskets as paid" */
function doneText({ step }: StepCommand, rows: readonly BasketRow[]): string {
  return step === 'request' && rows.length === 1
    ? $localize`:@@baskets.done.request-one:Marked as asked for payment. No message was sent: copy the text`
    : DONE_TEXTS[step](basketsPhrase(rows));
}

/** "Ann Lee’s basket" or "12 baskets", as part of a sentence. */
export function basketsPhrase(rows: readonly BasketRow[]): string {
  const text = basketsText(rows);
  return rows.length === 1 ? $localize`:Part of a sentence|@@baskets.of-buyer:${text}:buyer:’s basket` : text;
}

/** "Ann Lee" or "12 baskets" */
export function basketsText(rows: readonly BasketRow[]): string {
  const [first] = rows;
  return first !== undefined && rows.length === 1
    ? basketBuyerName(first.buyer)
    : $localize`:@@baskets.count:${formatNumber(rows.length)}:count: baskets`;
}
