import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ShowStatus } from '@sellary/contracts';
import { Chip } from '../ui/chip';
import type { IconName } from '../ui/icons';
import type { Severity } from '../ui/severity';

const STATUSES = {
  draft: { label: $localize`:Status of a show|@@shows.status.draft:Draft`, icon: 'edit', tone: 'mute' },
  active: { label: $localize`:Status of a show|@@shows.status.active:Live`, icon: 'live_tv', tone: 'good' },
  paused: { label: $localize`:Status of a show|@@shows.status.paused:Paused`, icon: 'pause', tone: 'warn' },
  ended: { label: $localize`:Status of a show|@@shows.status.ended:Ended`, icon: 'check', tone: 'mute' },
} satisfies Record<ShowStatus, { label: string; icon: IconName; tone: Severity }>;

/** A show's status as a label with an icon. */
@Component({
  selector: 'app-show-status-chip',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip],
  template: `<app-chip [tone]="chip().tone" [icon]="chip().icon">{{ chip().label }}</app-chip>`,
  host: { class: 'inline-flex' },
})
export class ShowStatusChip {
  readonly status = input.required<ShowStatus>();
  protected readonly chip = computed(() => STATUSES[this.status()]);
}
