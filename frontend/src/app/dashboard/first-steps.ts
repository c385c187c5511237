import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Show } from '@sellary/contracts';
import { Icon } from '../ui/icon';

interface Step {
  name: string;
  text: string;
  done: boolean;
}

/**
 * Checklist from an empty workspace to a show that takes claims. The first unfinished step carries the
 * button.
 */
@Component({
  selector: 'app-first-steps',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, RouterLink, MatButton, Icon],
  template: `
    <section class="card p-5 sm:p-6" aria-labelledby="steps-heading">
      <h2 id="steps-heading" class="text-base!" i18n="@@dashboard.first-steps.heading">Your first show</h2>
      <p class="mt-0.5 text-soft" i18n="@@dashboard.first-steps.intro">
        Practice with a rehearsal first: you don't need Facebook or Instagram.
      </p>
      <ol class="mt-4 flex flex-col">
        @for (step of steps(); track step.name; let index = $index) {
          <li
            class="flex items-start gap-3 border-t border-line py-3.5"
            [attr.aria-current]="index === current() ? 'step' : null"
          >
            <app-icon
              [name]="step.done ? 'check_circle' : 'circle'"
              [class]="step.done ? 'text-good' : 'text-edge'"
              class="mt-0.5"
            />
            <span class="min-w-0 flex-1">
              <span class="block font-semibold" [class.text-soft]="step.done"
                >{{ step.name }}
                @if (step.done) {
                  <span class="sr-only" i18n="@@dashboard.first-steps.done">(done)</span>
                }
              </span>
              <span class="block text-soft">{{ step.text }}</span>
              @if (index === current()) {
                <span class="mt-3 block sm:hidden"><ng-container [ngTemplateOutlet]="go" /></span>
              }
            </span>
            @if (index === current()) {
              <span class="hidden flex-none sm:block"><ng-container [ngTemplateOutlet]="go" /></span>
            }
          </li>
        }
      </ol>
    </section>
    <ng-template #go>
      @if (show(); as it) {
        @if (hasStarted()) {
          <a
            matButton="filled"
            [routerLink]="['/shows', it.id, 'console']"
            i18n="@@dashboard.first-steps.open-console"
            >Open console</a
          >
        } @else {
          <a matButton="filled" [routerLink]="['/shows', it.id]" i18n="@@dashboard.first-steps.open-show"
            >Open show</a
          >
        }
      } @else {
        <button matButton="filled" (click)="create.emit()" i18n="@@dashboard.first-steps.create-show">
          Create show
        </button>
      }
    </ng-template>
  `,
})
export class FirstSteps {
  readonly shows = input.required<readonly Show[]>();
  readonly create = output();
  /** The show that has come furthest. */
  protected readonly show = computed(
    () =>
      [...this.shows()].sort(
        (a, b) =>
          Number(b.status !== 'draft') - Number(a.status !== 'draft') || b.stats.items - a.stats.items,
      )[0],
  );
  protected readonly hasStarted = computed(
    () => this.show() !== undefined && this.show()?.status !== 'draft',
  );
  protected readonly steps = computed<readonly Step[]>(() => {
    const show = this.show();
    return [
      {
        name: $localize`:@@dashboard.first-steps.create.name:Create a show`,
        text: $localize`:@@dashboard.first-steps.create.text:Name the show and leave Rehearsal selected.`,
        done: show !== undefined,
      },
      {
        name: $localize`:@@dashboard.first-steps.items.name:Add items`,
        text: $localize`:@@dashboard.first-steps.items.text:Type a number and a title for each item, or paste them from a spreadsheet.`,
        done: (show?.stats.items ?? 0) > 0,
      },
      {
        name: $localize`:@@dashboard.first-steps.go-live.name:Go live`,
        text: $localize`:@@dashboard.first-steps.go-live.text:While the show is live, each comment like “sold 101” is a claim.`,
        done: this.hasStarted(),
      },
      {
        name: $localize`:@@dashboard.first-steps.claim.name:Make a claim`,
        text: $localize`:@@dashboard.first-steps.claim.text:In the console, write a comment as a viewer and see who gets the item.`,
        done: (show?.stats.claims ?? 0) > 0,
      },
    ];
  });
  protected readonly current = computed(() => this.steps().findIndex(({ done }) => !done));
}
