import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ShowStatus } from '@sellary/contracts';
import { Chip } from '../ui/chip';
import type { IconName } from '../ui/icons';
import type { Tone } from '../ui/tone';

const STATUS: Record<ShowStatus, { word: string; icon: IconName; tone: Tone }> = {
  draft: { word: 'Draft', icon: 'edit', tone: 'mute' },
  active: { word: 'Live', icon: 'live_tv', tone: 'good' },
  paused: { word: 'Paused', icon: 'pause', tone: 'warn' },
  ended: { word: 'Ended', icon: 'check', tone: 'mute' },
};

@Component({
  selector: 'app-show-status-chip',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip],
  template: `<app-chip [tone]="status().tone" [icon]="status().icon">{{ status().word }}</app-chip>`,
  host: { class: 'inline-flex' },
})
export class ShowStatusChip {
  readonly of = input.required<ShowStatus>();
  protected readonly status = computed(() => STATUS[this.of()]);
}
