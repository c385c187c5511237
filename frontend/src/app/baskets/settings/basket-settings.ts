import {
  ChangeDetectionStrategy,
  Component,
  type WritableSignal,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import {
  type BasketSettingsView,
  HOLD_END_EFFECTS,
  type HoldEndEffect,
  MAX_BOX_DAYS,
  MAX_HOLD_HOURS,
} from '@sellary/contracts';
import { ApiError } from '../../api/api-error';
import { BasketsApi } from '../../api/baskets-api';
import { SessionStore } from '../../auth/session-store';
import { StoredChoice } from '../../shows/stored-choice';
import { FieldKeys } from '../../ui/field-keys';
import { NotLoaded } from '../../ui/not-loaded';
import { Notices } from '../../ui/notices';
import { Problem } from '../../ui/problem';
import { wholeNumberProblem } from '../../ui/whole-number-problem';
import { type BasketSettingsChange, TextSettings } from './text-settings';

const END_NAMES: Record<HoldEndEffect, string> = {
  nothing: $localize`:What happens when a hold ends|@@baskets.settings.end.nothing:Nothing happens`,
  remind: $localize`:What happens when a hold ends|@@baskets.settings.end.remind:Mark the basket as overdue`,
  release: $localize`:What happens when a hold ends|@@baskets.settings.end.release:Release the units to the next buyers`,
};

/** Page with the workspace's basket rules and buyer texts. */
@Component({
  selector: 'app-basket-settings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FieldKeys, NotLoaded, Problem, StoredChoice, TextSettings],
  templateUrl: './basket-settings.html',
})
export class BasketSettingsPage {
  private readonly api = inject(BasketsApi);
  private readonly notices = inject(Notices);
  protected readonly mayEdit = inject(SessionStore).mayAct('admin');
  protected readonly settings = resource({ loader: () => this.api.settings() });
  protected readonly problem = signal<string | null>(null);
  protected readonly hoursProblem = signal<string | null>(null);
  protected readonly daysProblem = signal<string | null>(null);
  private lastSave = Promise.resolve();
  protected readonly maxHours = MAX_HOLD_HOURS;
  protected readonly maxDays = MAX_BOX_DAYS;
  protected readonly endChoices = HOLD_END_EFFECTS.map((value) => ({ value, name: END_NAMES[value] }));
  protected readonly hasHold = computed(
    () => this.settings.hasValue() && this.settings.value().hold.hours > 0,
  );

  protected setEnd(atEnd: string): void {
    const end = HOLD_END_EFFECTS.find((choice) => choice === atEnd);
    if (end !== undefined) this.save(({ hold }) => ({ hold: { ...hold, atEnd: end } }));
  }

  protected setHours(settings: BasketSettingsView, box: HTMLInputElement): void {
    const hours = checkedNumber(box, this.hoursProblem);
    if (hours === null || hours === settings.hold.hours) return;
    this.save(({ hold }) => ({ hold: { ...hold, hours } }));
  }

  protected setDays(settings: BasketSettingsView, box: HTMLInputElement): void {
    const days = checkedNumber(box, this.daysProblem);
    if (days !== null && days !== settings.closeBoxAfterDays) this.save({ closeBoxAfterDays: days });
  }

  /** Saves changes one after another, so that none replaces another with its older value. */
  protected save(change: BasketSettingsChange): void {
    this.problem.set(null);
    this.lastSave = this.lastSave.then(() => this.saveNow(change));
  }

  private async saveNow(change: BasketSettingsChange): Promise<void> {
    try {
      const request = typeof change === 'function' ? change(await this.api.settings()) : change;
      this.settings.set(await this.api.changeSettings(request));
      this.notices.show($localize`:@@baskets.settings.saved:Saved`);
    } catch (failure) {
      const error = ApiError.from(failure);
      this.problem.set(error.details[0]?.message ?? error.message);
    }
  }
}

/** Returns the number in a field, which is 0 if the field is empty, or null if there is a problem with it. */
function checkedNumber(box: HTMLInputElement, problem: WritableSignal<string | null>): number | null {
  problem.set(wholeNumberProblem(box));
  return problem() === null ? Number(box.value) : null;
}
