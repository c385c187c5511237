import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { SourceHealth, SourceState } from '@sellary/contracts';
import { ShowStatusChip } from '../../shows/show-status-chip';
import { Chip } from '../../ui/chip';
import { Icon } from '../../ui/icon';
import type { IconName } from '../../ui/icons';
import { initials } from '../../ui/initials';
import { Steady } from '../../ui/steady';
import { ClockPipe } from '../../ui/times';
import { TONE_CHIP, TONE_TEXT, type Tone } from '../../ui/tone';
import { PLATFORM_NAMES, counted } from '../../ui/words';
import { ConsoleActs } from '../console-acts';
import { ConsoleStore } from '../console-store';
import { Cues } from '../cues/cues';
import { troubleTone, troubleWord } from '../source-trouble';

const SOURCE_STATES: Record<SourceState, { word: string; tone: Tone; icon: IconName }> = {
  live: { word: 'delivering', tone: 'good', icon: 'check_circle' },
  waiting: { word: 'nothing yet', tone: 'mute', icon: 'hourglass_empty' },
  idle: { word: 'idle', tone: 'mute', icon: 'pause' },
  trouble: { word: 'trouble', tone: 'bad', icon: 'error' },
};
/** Before the first word from the server, and when the last one is old. */
const UNKNOWN: { word: string; tone: Tone; icon: IconName } = { word: 'unknown', tone: 'mute', icon: 'help' };

/** Three truths that are never merged: the show, this page and the server, each source. */
@Component({
  selector: 'app-health-strip',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, MatMenu, MatMenuItem, MatMenuTrigger, ShowStatusChip, Chip, Icon, Steady, ClockPipe],
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
    if (warning) return TONE_CHIP[tone];
    return this.show()?.status === 'paused' ? 'bg-warn-ground' : 'bg-surface';
  });
  protected readonly dot = computed(() => TONE_TEXT[this.store.health().tone]);
  protected readonly cues = inject(Cues);
  readonly note = output();
  readonly help = output();
  protected readonly others = computed(() => this.store.operators().filter(({ id }) => id !== this.store.me()?.id));
  /** The server's clock, carried on from its last word. */
  private readonly serverNow = computed(() => {
    const pulse = this.store.pulse();
    this.store.clock();
    return pulse ? Date.parse(pulse.at) + this.store.sincePulse() : Date.now();
  });
  protected readonly pausedFor = computed(() => {
    const from = this.store.state()?.pausedAt;
    return from ? minutes(this.serverNow() - Date.parse(from)) : '';
  });
  protected readonly missed = computed(() => {
    const state = this.store.state();
    const from = Date.parse(state?.pausedAt ?? '');
    return counted((state?.notCounted ?? []).filter(({ receivedAt }) => Date.parse(receivedAt) >= from).length, 'claim');
  });
  protected readonly sources = computed(() => {
    const pulses = new Map((this.store.pulse()?.sources ?? []).map((source) => [source.id, source]));
    const fresh = this.store.health().state !== 'no_word';
    return (this.show()?.sources ?? []).map(({ id, platform }) => {
      const pulse = fresh ? pulses.get(id) : undefined;
      const state = pulse ? SOURCE_STATES[pulse.state] : UNKNOWN;
      const trouble = pulse?.state === 'trouble' ? { word: troubleWord(pulse), tone: troubleTone(pulse) } : {};
      return { id, name: PLATFORM_NAMES[platform], ...state, ...trouble, told: tell(pulse), age: this.age(pulse) };
    });
  });
  /** Where there is no room for every source, those that are not well are told all the same. */
  protected readonly troubled = computed(() => this.sources().filter(({ tone }) => tone === 'bad' || tone === 'warn'));

  protected readonly initials = initials;

  /** How long ago the last comment came, where silence may mean something. */
  private age(source: SourceHealth | undefined): string {
    if (source?.state !== 'live' || source.lastCommentAt === null) return '';
    return `last ${minutes(this.serverNow() - Date.parse(source.lastCommentAt))} ago`;
  }
}

/** "0:42" */
function minutes(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** What a source's chip says at length: how late its comments are, or what is wrong with it. */
function tell(source: SourceHealth | undefined): string {
  if (!source) return 'Nothing is known of this source right now';
  if (source.state === 'trouble') return source.message ?? 'Comments are not arriving.';
  const parts = [source.message ?? ''];
  if (source.lagMs !== null) parts.push(`comments arrive ${(source.lagMs / 1000).toFixed(1)} s after they are written`);
  return parts.filter(Boolean).join(', ') || 'No comment yet';
}
