import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { SourcePulse, SourceState } from '@sellary/contracts';
import { ShowStatusChip } from '../../shows/show-status-chip';
import { Chip } from '../../ui/chip';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icons';
import { ClockPipe } from '../../ui/times';
import { TONE_CHIP, TONE_TEXT, type Tone } from '../../ui/tone';
import { ConsoleActs } from '../console-acts';
import { ConsoleStore } from '../console-store';

const SOURCE_STATES: Record<SourceState, { word: string; tone: Tone; icon: IconName }> = {
  live: { word: 'delivering', tone: 'good', icon: 'check_circle' },
  waiting: { word: 'nothing yet', tone: 'mute', icon: 'hourglass_empty' },
  idle: { word: 'idle', tone: 'mute', icon: 'pause' },
  trouble: { word: 'trouble', tone: 'bad', icon: 'error' },
};
/** Before the first word from the server, and when the last one is old. */
const UNKNOWN: { word: string; tone: Tone; icon: IconName } = { word: 'unknown', tone: 'mute', icon: 'help' };
const NAMES = { facebook: 'Facebook', instagram: 'Instagram', rehearsal: 'Rehearsal' } as const;

/** Three truths that are never merged: the show, this page and the server, each source. */
@Component({
  selector: 'app-health-strip',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, MatMenu, MatMenuItem, MatMenuTrigger, ShowStatusChip, Chip, Icon, ClockPipe],
  templateUrl: './health-strip.html',
  host: { class: 'block flex-none' },
})
export class HealthStrip {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly show = computed(() => this.store.state()?.show);
  protected readonly held = computed(() => !this.store.mayAct() || this.acts.busy('show'));
  protected readonly ground = computed(() => {
    const { warning, tone } = this.store.health();
    return warning ? TONE_CHIP[tone] : 'bg-surface';
  });
  protected readonly dot = computed(() => TONE_TEXT[this.store.health().tone]);
  protected readonly operators = computed(() => this.store.pulse()?.operators ?? []);
  protected readonly sources = computed(() => {
    const pulses = new Map((this.store.pulse()?.sources ?? []).map((source) => [source.id, source]));
    const fresh = this.store.health().state !== 'no_word';
    return (this.show()?.sources ?? []).map(({ id, platform }) => {
      const pulse = fresh ? pulses.get(id) : undefined;
      return { id, name: NAMES[platform], ...(pulse ? SOURCE_STATES[pulse.state] : UNKNOWN), told: tell(pulse) };
    });
  });

  protected initials(name: string): string {
    return name
      .split(/\s+/)
      .slice(0, 2)
      .map((word) => word.charAt(0).toUpperCase())
      .join('');
  }
}

/** What a source's chip says at length: how late its comments are, or what is wrong with it. */
function tell(source: SourcePulse | undefined): string {
  if (!source) return 'Nothing is known of this source right now';
  const parts = [source.message ?? ''];
  if (source.lagMs !== null) parts.push(`comments arrive ${(source.lagMs / 1000).toFixed(1)} s after they are written`);
  return parts.filter(Boolean).join(', ') || 'No comment yet';
}
