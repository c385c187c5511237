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

/** From an empty workspace to a show that takes claims; the first step that is not done carries the button. */
@Component({
  selector: 'app-first-steps',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgTemplateOutlet, RouterLink, MatButton, Icon],
  template: `
    <section class="card p-5 sm:p-6" aria-labelledby="steps-heading">
      <h2 id="steps-heading" class="text-base!">Your first show</h2>
      <p class="mt-0.5 text-soft">Try the whole thing as a rehearsal: no Facebook or Instagram needed.</p>
      <ol class="mt-4 flex flex-col">
        @for (step of steps(); track step.name; let index = $index) {
          <li class="flex items-start gap-3 border-t border-line py-3.5" [attr.aria-current]="index === current() ? 'step' : null">
            <app-icon [name]="step.done ? 'check_circle' : 'circle'" [class]="step.done ? 'text-good' : 'text-edge'" class="mt-0.5" />
            <span class="min-w-0 flex-1">
              <span class="block font-semibold" [class.text-soft]="step.done"
                >{{ step.name }}<span class="sr-only">{{ step.done ? ' (done)' : '' }}</span></span
              >
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
        <a matButton="filled" [routerLink]="live() ? ['/shows', it.id, 'console'] : ['/shows', it.id]">{{
          live() ? 'Open console' : 'Open the show'
        }}</a>
      } @else {
        <button matButton="filled" (click)="create.emit()">New show</button>
      }
    </ng-template>
  `,
})
export class FirstSteps {
  readonly shows = input.required<readonly Show[]>();
  readonly create = output();
  /** The furthest of the shows: the one worth going on with. */
  protected readonly show = computed(
    () => [...this.shows()].sort((a, b) => Number(b.status !== 'draft') - Number(a.status !== 'draft') || b.stats.items - a.stats.items)[0],
  );
  protected readonly live = computed(() => this.show() !== undefined && this.show()?.status !== 'draft');
  protected readonly steps = computed<readonly Step[]>(() => {
    const show = this.show();
    return [
      { name: 'Create a show', text: 'Give it a name and the rehearsal as its source.', done: show !== undefined },
      {
        name: 'Add items',
        text: 'A number and a title each; paste them from a spreadsheet if you have one.',
        done: (show?.stats.items ?? 0) > 0,
      },
      { name: 'Go live', text: 'From then on every comment with “sold 101” is a claim.', done: this.live() },
      {
        name: 'Claim something',
        text: 'In the console, say something as a viewer and watch who gets it.',
        done: (show?.stats.claims ?? 0) > 0,
      },
    ];
  });
  protected readonly current = computed(() => this.steps().findIndex(({ done }) => !done));
}
