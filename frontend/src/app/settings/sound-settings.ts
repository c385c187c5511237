import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatSlideToggle } from '@angular/material/slide-toggle';
import { NEEDS_EVERY_MS, PROBLEM_EVERY_MS, type Sound, Sounds } from '../console/sounds/sounds';
import { Icon } from '../ui/icon';
import { duration } from '../ui/times';

/** The meaning of each sound and when it plays, the most urgent first. */
const SOUND_TEXTS = {
  problem: {
    name: $localize`:@@settings.sounds.trouble:Connection lost`,
    when: $localize`:@@settings.sounds.trouble.when:Two low tones when the server or a source does not respond, every ${duration(PROBLEM_EVERY_MS)}:duration: until you click, tap, or press a key`,
  },
  needs: {
    name: $localize`:@@settings.sounds.needs:Needs attention`,
    when: $localize`:@@settings.sounds.needs.when:One soft tone when something waits for your decision, at most once every ${duration(NEEDS_EVERY_MS)}:duration:`,
  },
  sold: {
    name: $localize`:@@settings.sounds.sold:Sold out`,
    when: $localize`:@@settings.sounds.sold.when:One high tone when the current item sells out`,
  },
} satisfies Record<Sound, { name: string; when: string }>;

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
        [checked]="sounds.on()"
        i18n-aria-label="@@settings.sounds.heading"
        aria-label="Console sounds"
        (change)="sounds.choose({ on: $event.checked })"
      />
    </div>
    @if (sounds.on()) {
      <label class="mt-4 flex items-center gap-3">
        <span class="min-w-16 flex-none" i18n="@@settings.sounds.volume">Volume</span>
        <input
          #slider
          type="range"
          class="min-w-0 flex-1 accent-(--mat-sys-primary)"
          min="0"
          max="1"
          step="0.05"
          [value]="sounds.volume()"
          (input)="sounds.choose({ volume: +slider.value })"
          (change)="sounds.preview('needs')"
        />
      </label>
      <ul class="mt-3 divide-y divide-line">
        @for (sound of soundsToPlay; track sound.id) {
          <li class="flex items-center gap-3 py-2">
            <span class="min-w-0 flex-1"
              ><span class="block font-medium">{{ sound.name }}</span
              ><span class="block text-meta text-soft">{{ sound.when }}</span></span
            >
            <button
              type="button"
              class="act"
              [attr.aria-label]="playLabel(sound.name)"
              (click)="sounds.preview(sound.id)"
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
  protected readonly sounds = inject(Sounds);
  protected readonly soundsToPlay = (Object.keys(SOUND_TEXTS) as Sound[]).map((id) => ({
    id,
    ...SOUND_TEXTS[id],
  }));

  protected playLabel(sound: string): string {
    return $localize`:@@settings.sounds.play-one:Play ${sound}:sound:`;
  }
}
