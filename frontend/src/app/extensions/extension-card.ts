import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { ErrorDetail, ExtensionInfo, UpdateExtensionRequest } from '@sellary/contracts';
import { ExtensionsApi } from '../api/extensions-api';
import { Chip } from '../ui/chip';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { DayPipe } from '../ui/times';
import { ActionStore } from './action-store';
import { healthOf } from './health-text';
import { OutgoingJobs } from './outgoing-jobs';
import { ParkedRows } from './parked-rows';
import { SettingsForm } from './settings-form';
import { WebhookEndpoints } from './webhooks/webhook-endpoints';

/** One extension: its health, its switch in this workspace, its settings, and the events it set aside. */
@Component({
  selector: 'app-extension-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, DayPipe, OutgoingJobs, ParkedRows, SettingsForm, WebhookEndpoints],
  template: `
    @let it = extension();
    <div class="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h3 class="min-w-0 truncate font-semibold">{{ it.name }}</h3>
      <span class="text-meta text-soft" i18n="Version of an extension@@extensions.version"
        >Version {{ it.version }}</span
      >
      <label class="ml-auto flex items-center gap-2">
        <input
          #switch
          type="checkbox"
          role="switch"
          class="size-4.5 accent-primary"
          [checked]="it.enabled"
          [disabled]="!mayEdit() || work.busy()"
          [attr.aria-label]="switchLabel()"
          (change)="toggle(switch)"
        />
        <span>{{ it.enabled ? on : off }}</span>
      </label>
    </div>
    @if (it.enabled && health().text !== '') {
      <p class="mt-2">
        <app-chip
          [tone]="health().isGood ? 'good' : 'warn'"
          [icon]="health().isGood ? 'check_circle' : 'warning'"
          >{{ health().text }}</app-chip
        >
      </p>
      @if (lastError(); as error) {
        <p class="mt-1.5 text-meta break-words text-soft" i18n="@@extensions.last-error">
          Last error,
          {{
            error.at | day  // i18n(ph="date")
          }}:
          {{
            error.message // i18n(ph="message")
          }}
        </p>
      }
    }
    @if (it.settings; as settings) {
      <app-extension-settings-form
        [settings]="settings"
        [problems]="problems()"
        [busy]="work.busy()"
        (submitted)="save({ settings: $event })"
      />
    }
    @if (mayEdit() && it.name === webhooksExtension && it.enabled) {
      <app-webhook-endpoints (jobsChanged)="stale.emit()" />
    }
    @if (mayEdit() && it.jobs; as jobs) {
      <app-outgoing-jobs [extension]="it.name" [counts]="jobs" (changed)="stale.emit()" />
    }
    @if (mayEdit() && hasParked()) {
      <app-parked-rows [extension]="it.name" (changed)="stale.emit()" />
    }
  `,
  host: { class: 'block px-5 py-4 sm:px-6' },
})
export class ExtensionCard {
  private readonly api = inject(ExtensionsApi);
  private readonly notices = inject(Notices);
  private readonly actions = inject(ActionStore);
  readonly extension = input.required<ExtensionInfo>();
  readonly mayEdit = input(false);
  readonly changed = output<ExtensionInfo>();
  /** Emits when the health on the page is out of date. */
  readonly stale = output();
  private readonly form = viewChild(SettingsForm);
  protected readonly on = $localize`:State of an extension@@extensions.on:On`;
  protected readonly off = $localize`:State of an extension@@extensions.off:Off`;
  /** The extension whose endpoints are listed here. */
  protected readonly webhooksExtension = 'outgoing-webhooks';
  protected readonly work = new OneAtATime((error) => {
    this.problems.set(error.details);
    this.notices.fail(error, $localize`:@@settings.not-saved:Not saved`);
  });
  protected readonly problems = signal<readonly ErrorDetail[]>([]);
  protected readonly health = computed(() => healthOf(this.extension().followers, this.extension().jobs));
  protected readonly hasParked = computed(() => this.extension().followers.some(({ parked }) => parked > 0));
  protected readonly lastError = computed(() => {
    if (this.health().isGood) return null;
    const errors = this.extension().followers.flatMap(({ lastError }) => lastError ?? []);
    return errors.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0] ?? null;
  });

  protected switchLabel(): string {
    return $localize`:@@extensions.switch:Use ${this.extension().name}:extension: in this workspace`;
  }

  protected async toggle(box: HTMLInputElement): Promise<void> {
    const isSaved = await this.save({ enabled: box.checked });
    if (isSaved) this.actions.forget();
    else box.checked = this.extension().enabled;
  }

  protected save(change: UpdateExtensionRequest): Promise<boolean> {
    return this.work.run(async () => {
      this.problems.set([]);
      this.changed.emit(await this.api.update(this.extension().name, change));
      if (change.settings !== undefined) this.form()?.reset();
      this.notices.show($localize`:@@settings.saved:Saved`);
    });
  }
}
