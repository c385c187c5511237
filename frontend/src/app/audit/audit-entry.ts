import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { AuditRecord } from '@sellary/contracts';
import { Icon } from '../ui/icon';
import { clock, day } from '../ui/times';
import { actSentence } from './act-texts';
import { changesOf } from './changes';
import { subjectName } from './subject-name';
import { actorName } from '../ui/actor-name';

/** One audit log entry: a sentence and, when opened, the changes. */
@Component({
  selector: 'app-audit-entry',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  template: `
    <details class="group">
      <summary
        class="flex cursor-pointer list-none flex-wrap items-baseline gap-x-4 gap-y-0.5 px-4 py-2.5 hover:bg-sunken/60 sm:px-5 [&::-webkit-details-marker]:hidden"
      >
        <span class="w-full flex-none text-meta text-soft tabular-nums sm:w-44">{{ when() }}</span>
        <span class="min-w-0 flex-1 wrap-anywhere"
          ><strong class="font-semibold">{{ actor() }}</strong> {{ act() }}</span
        >
        <app-icon name="keyboard_arrow_down" class="self-center text-soft group-open:rotate-180" />
      </summary>
      <div class="px-4 pb-4 sm:px-5">
        @if (changes().length > 0) {
          <div class="overflow-x-auto">
            <table class="w-full text-left">
              <thead class="text-meta text-soft">
                <tr>
                  <th scope="col" class="w-1/4 py-1.5 pr-4 font-medium" i18n="@@audit.changes.field">
                    Field
                  </th>
                  <th scope="col" class="py-1.5 pr-4 font-medium" i18n="@@audit.changes.before">Before</th>
                  <th scope="col" class="py-1.5 font-medium" i18n="@@audit.changes.after">After</th>
                </tr>
              </thead>
              <tbody class="divide-y divide-line border-t border-line">
                @for (change of changes(); track change.field) {
                  <tr class="align-top">
                    <th scope="row" class="py-1.5 pr-4 font-normal text-soft">{{ change.field }}</th>
                    <td class="py-1.5 pr-4 wrap-anywhere">{{ change.before ?? '–' }}</td>
                    <td class="py-1.5 wrap-anywhere">{{ change.after ?? '–' }}</td>
                  </tr>
                }
              </tbody>
            </table>
          </div>
        } @else {
          <p class="text-soft" i18n="@@audit.changes.none">No details were recorded.</p>
        }
        <p class="mt-2 text-meta wrap-anywhere text-soft">
          {{ entry().action }} · {{ entry().entityType }} {{ entry().entityId }}
        </p>
      </div>
    </details>
  `,
  host: { class: 'block' },
})
export class AuditEntry {
  readonly entry = input.required<AuditRecord>();
  /** Name of the show, if it is known. */
  readonly show = input<string>();
  protected readonly when = computed(() => `${day(this.entry().at)}, ${clock(this.entry().at)}`);
  protected readonly actor = computed(() => actorName(this.entry().user));
  protected readonly act = computed(() =>
    actSentence(this.entry().action, this.subject(), this.show() ?? null),
  );
  protected readonly changes = computed(() =>
    changesOf(this.entry().before, this.entry().after, this.entry().entityType),
  );
  private readonly subject = computed(() => {
    const name = subjectName(this.entry());
    return name === this.actor() ? null : name;
  });
}
