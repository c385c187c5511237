import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { SourceHealth } from '@sellary/contracts';
import { formatNumber } from '../../../i18n/format-locale';
import { ShowStatusChip } from '../../../shows/show-status-chip';
import { ActButton } from '../../../ui/act-button';
import { Chip } from '../../../ui/chip';
import { Icon } from '../../../ui/icon';
import { initials } from '../../../ui/initials';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { Notices } from '../../../ui/notices';
import { type TextSize, TextSizeSetting } from '../../../ui/text-size';
import { ClockPipe } from '../../../ui/times';
import { SEVERITY_CHIP, SEVERITY_TEXT } from '../../../ui/severity';
import { ConsoleActs } from '../../acts/console-acts';
import { ConsoleDialogs } from '../../acts/console-dialogs';
import { ConsoleStore } from '../../state/console-store';
import { Sounds } from '../../sounds/sounds';
import { ConsoleKeys } from '../../keys/console-keys';
import { KeyHint } from '../../keys/key-hint';
import { outsideShowNumber } from '../../state/counts';
import { NeedsAttention } from '../../state/needs-attention';
import { SourceActs } from '../../acts/source-acts';
import { sourceStates } from './source-state';

/** Text sizes of the console, in the order of their menu entries. */
const SIZE_NAMES: readonly { size: TextSize; name: string }[] = [
  { size: 'small', name: $localize`:@@console.menu.text-small:Text size: standard` },
  { size: 'medium', name: $localize`:@@console.menu.text-medium:Text size: larger` },
  { size: 'large', name: $localize`:@@console.menu.text-large:Text size: largest` },
];

/** Shows the separate states of the show, the server link, and each source. */
@Component({
  selector: 'app-health-strip',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    RouterLink,
    MatMenu,
    MatMenuItem,
    MatMenuTrigger,
    ShowStatusChip,
    Chip,
    Icon,
    MisclickGuard,
    ClockPipe,
    KeyHint,
    ActButton,
  ],
  templateUrl: './health-strip.html',
  host: { class: 'block flex-none' },
})
export class HealthStrip {
  protected readonly formatNumber = formatNumber;
  protected readonly numberOf = outsideShowNumber;
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly sourceActs = inject(SourceActs);
  protected readonly dialogs = inject(ConsoleDialogs);
  protected readonly keys = inject(ConsoleKeys);
  private readonly attention = inject(NeedsAttention);
  protected readonly show = computed(() => this.store.state()?.show);
  /** Disables the menu entry for End show, which has no `appAct`. */
  protected readonly isEndDisabled = computed(() => !this.store.mayAct() || this.acts.busy('show'));
  protected readonly ground = computed(() => {
    const { warning, tone } = this.store.health();
    if (warning) return SEVERITY_CHIP[tone];
    if (this.attention.problems().length > 0) return 'bg-warn-ground';
    return this.show()?.status === 'paused' ? 'bg-warn-ground' : 'bg-surface';
  });
  protected readonly dotColor = computed(() => SEVERITY_TEXT[this.store.health().tone]);
  protected readonly sounds = inject(Sounds);
  private readonly notices = inject(Notices);
  protected readonly textSizes = inject(TextSizeSetting);
  protected readonly sizes = SIZE_NAMES;
  private readonly serverNow = computed(() => {
    this.store.clock();
    return this.store.serverNow();
  });
  protected readonly pausedFor = computed(() => {
    const from = this.store.state()?.show.pausedAt;
    return from ? minutesAndSeconds(this.serverNow() - Date.parse(from)) : '';
  });
  protected readonly uncounted = computed(() => {
    const state = this.store.state();
    const from = Date.parse(state?.show.pausedAt ?? '');
    return (state?.requestsOutsideShow ?? []).filter(({ receivedAt }) => Date.parse(receivedAt) >= from)
      .length;
  });
  /** Sources with a problem come first. */
  protected readonly sources = computed(() =>
    sourceStates(this.show()?.sources ?? [], this.store.heartbeat(), this.store.health())
      .map((source) => ({
        ...source,
        age: this.age(source.health),
        isProblem: source.tone === 'bad' || source.tone === 'warn',
      }))
      .sort((a, b) => Number(b.isProblem) - Number(a.isProblem)),
  );
  /** Sources with a problem, which appear even if there is no room for all sources. */
  protected readonly problemSources = computed(() => this.sources().filter(({ isProblem }) => isProblem));

  protected readonly initials = initials;

  protected toggleSounds(): void {
    const wereOff = !this.sounds.on();
    this.sounds.toggle();
    if (wereOff) {
      this.notices.show(
        $localize`:@@console.strip.sounds-on:Sounds are on. Use headphones, because the microphone may pick up the sounds.`,
      );
    }
  }

  /**
   * Text with the time since a live source's last comment. It is shown because silence may mean a problem.
   */
  private age(source: SourceHealth | undefined): string {
    const isReading = source?.state === 'live' || source?.problem === 'SILENT';
    if (!isReading || source.lastCommentAt === null) return '';
    const seconds = Math.max(0, Math.floor((this.serverNow() - Date.parse(source.lastCommentAt)) / 1000));
    return seconds < 60
      ? $localize`:Seconds since the last comment@@console.source.last-comment:last comment ${seconds}:age: s ago`
      : $localize`:Minutes since the last comment@@console.source.last-comment-minutes:last comment ${Math.floor(seconds / 60)}:age: min ago`;
  }
}

/** A duration such as "0:42". */
function minutesAndSeconds(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
