import { ChangeDetectionStrategy, Component, input, output, signal } from '@angular/core';

export interface NewEndpoint {
  url: string;
  /** Empty for all types. */
  eventTypes: readonly string[];
}

/** Form for a new endpoint: its address, and the events that it receives. The parent adds the endpoint. */
@Component({
  selector: 'app-endpoint-form',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form
      class="mt-3 rounded-lg border border-line p-4"
      novalidate
      (submit)="$event.preventDefault(); submit()"
    >
      <label class="mb-1.5 block text-meta text-soft" for="endpoint-url" i18n="@@webhooks.form.url"
        >Address</label
      >
      <input
        #line
        id="endpoint-url"
        class="field w-full"
        type="url"
        autocomplete="off"
        [placeholder]="example"
        [attr.aria-invalid]="problem() !== null"
        [value]="url()"
        (input)="url.set(line.value)"
      />
      @if (problem(); as text) {
        <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
      }
      <fieldset class="mt-3">
        <legend class="mb-1.5 text-meta text-soft" i18n="@@webhooks.form.events">
          Events. If you choose none, all are sent.
        </legend>
        <div class="grid grid-cols-1 gap-x-4 sm:grid-cols-2">
          @for (type of eventTypes(); track type) {
            <label class="flex min-h-8 items-center gap-2.5 coarse:min-h-11">
              <input
                #box
                type="checkbox"
                class="size-4.5 flex-none accent-primary"
                [checked]="chosenTypes().has(type)"
                (change)="choose(type, box.checked)"
              />
              <code>{{ type }}</code>
            </label>
          }
        </div>
      </fieldset>
      <p class="mt-3 flex gap-2">
        <button
          type="submit"
          class="act"
          [disabled]="busy() || url().trim() === ''"
          i18n="@@webhooks.form.add"
        >
          Add endpoint
        </button>
        <button type="button" class="act act-quiet" (click)="canceled.emit()" i18n="@@webhooks.form.cancel">
          Cancel
        </button>
      </p>
    </form>
  `,
})
export class EndpointForm {
  readonly eventTypes = input.required<readonly string[]>();
  readonly busy = input(false);
  /** The reason the server rejected the endpoint. */
  readonly problem = input<string | null>(null);
  readonly submitted = output<NewEndpoint>();
  readonly canceled = output();
  protected readonly example = 'https://shop.example/webhooks';
  protected readonly url = signal('');
  protected readonly chosenTypes = signal<ReadonlySet<string>>(new Set());

  protected choose(type: string, isChosen: boolean): void {
    this.chosenTypes.update((before) => {
      const after = new Set(before);
      if (isChosen) after.add(type);
      else after.delete(type);
      return after;
    });
  }

  protected submit(): void {
    const url = this.url().trim();
    if (url === '' || this.busy()) return;
    const eventTypes = this.eventTypes().filter((type) => this.chosenTypes().has(type));
    this.submitted.emit({ url, eventTypes });
  }
}
