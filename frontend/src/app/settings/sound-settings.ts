import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { type Cue, Cues } from '../console/cues/cues';
import { Icon } from '../ui/icon';

/** The meaning of each sound and when it plays, the most urgent first. */
const CUE_TEXTS = {
  trouble: {
    name: $localize`:@@settings.sounds.trouble:Connection lost`,
    when: $localize`:@@settings.sounds.trouble.when:Two low tones when the server or a source does not respond, every 20 s until you dismiss the alert`,
  },
  needs: {
    name: $localize`:@@settings.sounds.needs:Needs attention`,
    when: $localize`:@@settings.sounds.needs.when:One soft tone when something waits for your decision, at most every 15 s`,
  },
  sold: {
    name: $localize`:@@settings.sounds.sold:Sold out`,
    when: $localize`:@@settings.sounds.sold.when:One high tone when the current item sells out`,
  },
} satisfies Record<Cue, { name: string; when: string }>;

@Component({
  selector: 'app-sound-settings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [MatSlideToggle, Icon],
  template: `
    <div class="flex items-start gap-4">
      <div class="min-w-0 flex-1">
        <h2 id="sounds-heading" class="text-base!" i18n="@@settings.sounds.heading">Console sounds</h2>
        <p class="mt-0.5 text-soft" i18n="@@settings.sounds.scope">
          On this device. Use headphones: the show’s microphone picks up the sounds too.
        </p>
      </div>
      <mat-slide-toggle
        [checked]="cues.on()"
        i18n-aria-label="@@settings.sounds.heading"
        aria-label="Console sounds"
        (change)="cues.choose({ on: $event.checked })"
      />
    </div>
    @if (cues.on()) {
      <label class="mt-4 flex items-center gap-3">
        <span class="min-w-16 flex-none" i18n="@@settings.sounds.volume">Volume</span>
        <input
          #slider
          type="range"
          class="min-w-0 flex-1 accent-(--mat-sys-primary)"
          min="0"
          max="1"
          step="0.05"
          [value]="cues.volume()"
          (input)="cues.choose({ volume: +slider.value })"
          (change)="cues.play('needs', true)"
        />
      </label>
      <ul class="mt-3 divide-y divide-line">
        @for (cue of cuesToHear; track cue.id) {
          <li class="flex items-center gap-3 py-2">
            <span class="min-w-0 flex-1"
              ><span class="block font-medium">{{ cue.name }}</span
              ><span class="block text-meta text-soft">{{ cue.when }}</span></span
            >
            <button
              type="button"
              class="act"
              [attr.aria-label]="playLabel(cue.name)"
              (click)="cues.play(cue.id, true)"
            >
              <app-icon name="play_arrow" class="size-4!" /><ng-container i18n="@@settings.sounds.play"
                >Play</ng-container
              >
            </button>
          </li>
        }
      </ul>
    }
  `,
  host: { class: 'card block p-5 sm:p-6', role: 'region', 'aria-labelledby': 'sounds-heading' },
})
export class SoundSettings {
  protected readonly cues = inject(Cues);
  protected readonly cuesToHear = (Object.keys(CUE_TEXTS) as Cue[]).map((id) => ({ id, ...CUE_TEXTS[id] }));

  protected playLabel(sound: string): string {
    return $localize`:@@settings.sounds.play-one:Play ${sound}:sound:`;
  }
}
