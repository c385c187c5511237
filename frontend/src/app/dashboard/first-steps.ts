import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { Show } from '@sellary/contracts';
import { Icon } from '../ui/icon';

interface Step {
  id: 'connect' | 'create' | 'items' | 'go-live' | 'claim';
  name: string;
  text: string;
  done: boolean;
}

/**
 * Checklist from an empty workspace to a show that takes claims. The first unfinished step has the button.
 */
@Component({
  selector: 'app-first-steps',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, RouterLink, MatButton, Icon],
  template: `
    <section class="card p-5 sm:p-6" aria-labelledby="steps-heading">
      <h2 id="steps-heading" class="text-base!" i18n="@@dashboard.first-steps.heading">Your first show</h2>
      <p class="mt-0.5 text-soft" i18n="@@dashboard.first-steps.intro">
        From a connected Page to your first claim. To practice without connecting anything, create a show with
        a rehearsal, where you write the comments yourself.
      </p>
      <ol class="mt-4 flex flex-col">
        @for (step of steps(); track step.name; let index = $index) {
          <li
            class="flex items-start gap-3 border-t border-line py-3.5"
            [attr.aria-current]="index === currentIndex() ? 'step' : null"
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
              @if (index === currentIndex()) {
                <span class="mt-3 block sm:hidden"><ng-container [ngTemplateOutlet]="stepButton" /></span>
              }
            </span>
            @if (index === currentIndex()) {
              <span class="hidden flex-none sm:block"><ng-container [ngTemplateOutlet]="stepButton" /></span>
            }
          </li>
        }
      </ol>
    </section>
    <ng-template #stepButton>
      @switch (steps()[currentIndex()]?.id) {
        @case ('connect') {
          <a matButton="filled" routerLink="/connections" i18n="@@dashboard.first-steps.open-connections"
            >Open Connections</a
          >
          <button
            matButton
            class="ml-1"
            (click)="create.emit()"
            i18n="@@dashboard.first-steps.create-rehearsal"
          >
            Practice with a rehearsal
          </button>
        }
        @case ('create') {
          <button matButton="filled" (click)="create.emit()" i18n="@@dashboard.first-steps.create-show">
            Create show
          </button>
        }
        @case ('claim') {
          <a
            matButton="filled"
            [routerLink]="['/shows', show()?.id, 'console']"
            i18n="@@dashboard.first-steps.open-console"
            >Open console</a
          >
        }
        @default {
          <a matButton="filled" [routerLink]="['/shows', show()?.id]" i18n="@@dashboard.first-steps.open-show"
            >Open show</a
          >
        }
      }
    </ng-template>
  `,
  host: { class: 'mt-6 block' },
})
export class FirstSteps {
  readonly shows = input.required<readonly Show[]>();
  readonly isConnected = input.required<boolean>();
  readonly create = output();
  /** The show with the most progress. */
  protected readonly show = computed(
    () =>
      [...this.shows()].sort(
        (a, b) =>
          Number(b.status !== 'draft') - Number(a.status !== 'draft') || b.stats.items - a.stats.items,
      )[0],
  );
  protected readonly steps = computed<readonly Step[]>(() => {
    const show = this.show();
    return [
      {
        id: 'connect',
        name: $localize`:@@dashboard.first-steps.connect.name:Connect your Page`,
        text: $localize`:@@dashboard.first-steps.connect.text:Viewers comment on Facebook or Instagram. Connect the Page or account that goes live.`,
        done: this.isConnected() || show !== undefined,
      },
      {
        id: 'create',
        name: $localize`:@@dashboard.first-steps.create.name:Create a show`,
        text: $localize`:@@dashboard.first-steps.create.text:Name the show and choose its live video, or a rehearsal.`,
        done: show !== undefined,
      },
      {
        id: 'items',
        name: $localize`:@@dashboard.first-steps.items.name:Add items`,
        text: $localize`:@@dashboard.first-steps.items.text:Type a number and a title for each item, or paste them from a spreadsheet.`,
        done: (show?.stats.items ?? 0) > 0,
      },
      {
        id: 'go-live',
        name: $localize`:@@dashboard.first-steps.go-live.name:Go live`,
        text: $localize`:@@dashboard.first-steps.go-live.text:Sellary will then count comments like “sold 101” as claims. Start the video itself on Facebook or Instagram.`,
        done: show !== undefined && show.status !== 'draft',
      },
      {
        id: 'claim',
        name: $localize`:@@dashboard.first-steps.claim.name:Watch the first claim`,
        text: $localize`:@@dashboard.first-steps.claim.text:In the console, see who gets the item. In a rehearsal, write the comment yourself.`,
        done: (show?.stats.claims ?? 0) > 0,
      },
    ];
  });
  protected readonly currentIndex = computed(() => this.steps().findIndex(({ done }) => !done));
}
