import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { BasketRow } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import type { StepCommand } from '../api/baskets-api';
import { askToConfirm } from '../ui/confirm-dialog';
import { LazyDialogs } from '../ui/lazy-dialogs';
import { basketsPhrase } from './basket-steps';
import type { OperatorStep } from './step-rules';

/** Asks for the details that a step needs, or for confirmation if it cannot be undone. */
@Injectable({ providedIn: 'root' })
export class StepDialogs {
  private readonly dialog = inject(MatDialog);
  private readonly lazyDialogs = inject(LazyDialogs);

  /** @returns null if the operator changed their mind */
  async askForCommand(step: OperatorStep, rows: readonly BasketRow[]): Promise<StepCommand | null> {
    switch (step) {
      case 'pay':
        return this.ask(async () => (await import('./pay-dialog')).PayDialog, rows);
      case 'cancel':
        return this.ask(async () => (await import('./cancel-dialog')).CancelDialog, rows);
      case 'ship':
        return (await this.confirmShipping(rows)) ? { step } : null;
      case 'request':
      case 'pack':
      case 'undo':
        return { step };
    }
  }

  private confirmShipping(rows: readonly BasketRow[]): Promise<boolean> {
    return askToConfirm(this.dialog, {
      heading: $localize`:@@baskets.ship.heading:Mark ${basketsPhrase(rows)}:baskets: as shipped?`,
      text: $localize`:@@baskets.ship.text:You won’t be able to change a shipped basket or undo this step.`,
      yes: $localize`:@@baskets.ship.yes:Mark shipped`,
      no: $localize`:@@baskets.ship.no:Not yet`,
    });
  }

  private async ask(
    load: Parameters<LazyDialogs['open']>[0],
    rows: readonly BasketRow[],
  ): Promise<StepCommand | null> {
    const dialogRef = await this.lazyDialogs.open<unknown, readonly BasketRow[], StepCommand>(load, {
      data: rows,
      width: '30rem',
    });
    return dialogRef === null ? null : ((await firstValueFrom(dialogRef.afterClosed())) ?? null);
  }
}
