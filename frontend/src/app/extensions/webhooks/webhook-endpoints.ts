import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  output,
  resource,
  signal,
} from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { type WebhookEndpoint, WebhookEndpointsApi } from '../../api/webhook-endpoints-api';
import { askToConfirm } from '../../ui/confirm-dialog';
import { Copying } from '../../ui/copying';
import { NotLoaded } from '../../ui/not-loaded';
import { Notices } from '../../ui/notices';
import { OneAtATime } from '../../ui/one-at-a-time';
import { DayAndTimePipe } from '../../ui/times';
import { EndpointForm, type NewEndpoint } from './endpoint-form';

/**
 * Lists the endpoints of the outgoing-webhooks extension, with commands to add, test, and remove them, to
 * turn them on or off, and to rotate their secrets.
 */
@Component({
  selector: 'app-webhook-endpoints',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DayAndTimePipe, EndpointForm, NotLoaded],
  template: `
    <div class="mt-4 flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
      <h4 class="font-semibold" i18n="@@webhooks.heading">Endpoints</h4>
      @if (list.hasValue() && !isAdding()) {
        <button type="button" class="act" (click)="isAdding.set(true)" i18n="@@webhooks.add">
          Add endpoint
        </button>
      }
    </div>
    @if (secret(); as value) {
      <div class="mt-2 rounded-lg border border-line bg-sunken p-3" role="status">
        <p i18n="@@webhooks.secret">
          Your receiver checks signatures with this secret. Copy it now: it is shown only once.
        </p>
        <p class="mt-2 flex flex-wrap items-center gap-2">
          <code class="min-w-0 flex-1 basis-48 break-all select-all">{{ value }}</code>
          <button type="button" class="act" (click)="copy(value)" i18n="@@webhooks.secret.copy">
            Copy secret
          </button>
          <button
            type="button"
            class="act act-quiet"
            (click)="secret.set(null)"
            i18n="@@webhooks.secret.hide"
          >
            Hide secret
          </button>
        </p>
      </div>
    }
    @if (isAdding()) {
      <app-endpoint-form
        [eventTypes]="eventTypes()"
        [busy]="work.busy()"
        [problem]="problem()"
        (submitted)="add($event)"
        (canceled)="close()"
      />
    }
    @if (list.hasValue()) {
      <ul class="mt-2 divide-y divide-line border-y border-line">
        @for (endpoint of list.value().endpoints; track endpoint.id) {
          <li class="py-2.5">
            <div class="flex items-center gap-3">
              <span class="min-w-0 flex-1 font-medium break-all">{{ endpoint.url }}</span>
              <label class="flex flex-none items-center gap-2">
                <input
                  #switch
                  type="checkbox"
                  role="switch"
                  class="size-4.5 accent-primary"
                  [checked]="endpoint.enabled"
                  [disabled]="work.busy()"
                  [attr.aria-label]="switchLabel(endpoint)"
                  (change)="toggle(endpoint, switch)"
                />
                <span>{{ endpoint.enabled ? on : off }}</span>
              </label>
            </div>
            <p class="text-meta break-words text-soft">
              {{ eventsOf(endpoint) }}
              @if (endpoint.previousSecretUntil; as until) {
                ·
                <ng-container i18n="@@webhooks.rotating">
                  also signed with the previous secret until
                  {{
                    until | dayAndTime // i18n(ph="time")
                  }}
                </ng-container>
              }
            </p>
            <p class="mt-2 flex flex-wrap gap-2">
              @for (command of commands; track command.text) {
                <button
                  type="button"
                  class="act act-quiet"
                  [disabled]="work.busy()"
                  [attr.aria-label]="command.text + ': ' + endpoint.url"
                  (click)="command.run(endpoint)"
                >
                  {{ command.text }}
                </button>
              }
            </p>
          </li>
        } @empty {
          <li class="py-2.5 text-soft" i18n="@@webhooks.empty">
            No endpoints receive webhooks yet. Add the address of your shop or tool.
          </li>
        }
      </ul>
    } @else {
      <app-not-loaded
        [resource]="list"
        i18n-failed="@@webhooks.not-loaded"
        failed="The endpoints could not be loaded"
        i18n-loading="@@webhooks.loading"
        loading="Loading the endpoints"
        loadingClass="skeleton mt-2 h-10"
      />
    }
  `,
  host: { class: 'block' },
})
export class WebhookEndpoints {
  private readonly api = inject(WebhookEndpointsApi);
  private readonly notices = inject(Notices);
  private readonly copying = inject(Copying);
  private readonly dialog = inject(MatDialog);
  /** Emits after a test webhook was queued, or an endpoint was removed with its jobs. */
  readonly jobsChanged = output();
  protected readonly list = resource({ loader: () => this.api.list() });
  protected readonly eventTypes = computed(() => (this.list.hasValue() ? this.list.value().eventTypes : []));
  protected readonly isAdding = signal(false);
  protected readonly work = new OneAtATime((error) =>
    this.notices.fail(error, $localize`:@@extensions.parked.not-done:Nothing was changed`),
  );
  protected readonly problem = signal<string | null>(null);
  /** The secret that was just created. */
  protected readonly secret = signal<string | null>(null);
  protected readonly on = $localize`:State of an endpoint@@webhooks.on:On`;
  protected readonly off = $localize`:State of an endpoint@@webhooks.off:Off`;
  protected readonly commands: readonly { text: string; run: (endpoint: WebhookEndpoint) => void }[] = [
    { text: $localize`:@@webhooks.test:Send test webhook`, run: (endpoint) => void this.test(endpoint) },
    { text: $localize`:@@webhooks.rotate:Rotate secret`, run: (endpoint) => void this.rotate(endpoint) },
    { text: $localize`:@@webhooks.remove:Remove endpoint`, run: (endpoint) => void this.remove(endpoint) },
  ];

  protected eventsOf({ eventTypes }: WebhookEndpoint): string {
    return eventTypes.length === 0 ? $localize`:@@webhooks.all-events:All events` : eventTypes.join(', ');
  }

  protected switchLabel({ url }: WebhookEndpoint): string {
    return $localize`:@@webhooks.switch:Send webhooks to ${url}:url:`;
  }

  protected copy(secret: string): void {
    void this.copying.copy(secret, $localize`:@@webhooks.secret.name:Secret`);
  }

  protected close(): void {
    this.isAdding.set(false);
    this.problem.set(null);
  }

  protected async add({ url, eventTypes }: NewEndpoint): Promise<void> {
    this.problem.set(null);
    await this.work.run(
      async () => {
        this.secret.set((await this.api.add(url, eventTypes)).secret);
        this.close();
        this.list.reload();
      },
      ({ message }) => this.problem.set(message),
    );
  }

  protected async toggle(endpoint: WebhookEndpoint, box: HTMLInputElement): Promise<void> {
    const isSaved = await this.send(() => this.api.change(endpoint.id, { enabled: box.checked }));
    if (!isSaved) box.checked = endpoint.enabled;
  }

  private async test({ id }: WebhookEndpoint): Promise<void> {
    if (!(await this.send(() => this.api.test(id)))) return;
    this.notices.show(
      $localize`:@@webhooks.test.done:Test webhook queued. Its result will appear under Outgoing jobs.`,
    );
    this.jobsChanged.emit();
  }

  private async rotate({ id, url }: WebhookEndpoint): Promise<void> {
    const isConfirmed = await askToConfirm(this.dialog, {
      heading: $localize`:@@webhooks.rotate.heading:Rotate the secret for ${url}:url:?`,
      text: $localize`:@@webhooks.rotate.text:From now on, webhooks will be signed with a new secret. For one day, they will also be signed with the previous one.`,
      yes: $localize`:@@webhooks.rotate:Rotate secret`,
      no: $localize`:@@webhooks.keep-secret:Keep secret`,
    });
    if (isConfirmed) await this.send(async () => this.secret.set(await this.api.rotateSecret(id)));
  }

  private async remove({ id, url }: WebhookEndpoint): Promise<void> {
    const isConfirmed = await askToConfirm(this.dialog, {
      heading: $localize`:@@webhooks.remove.heading:Remove ${url}:url:?`,
      text: $localize`:@@webhooks.remove.text:Webhooks that are waiting for this endpoint will be discarded.`,
      yes: $localize`:@@webhooks.remove:Remove endpoint`,
      no: $localize`:@@webhooks.keep:Keep endpoint`,
    });
    if (isConfirmed && (await this.send(() => this.api.remove(id)))) this.jobsChanged.emit();
  }

  /** @returns whether the request succeeded; a failure is announced */
  private send(request: () => Promise<unknown>): Promise<boolean> {
    return this.work.run(async () => {
      await request();
      this.list.reload();
    });
  }
}
