import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { buyerName } from '../../../ui/buyer-name';
import { ShowsApi } from '../../../api/shows-api';
import { Chip } from '../../../ui/chip';
import { Icon } from '../../../ui/icon';
import { OneAtATime } from '../../../ui/one-at-a-time';
import { clockWithTenths } from '../../../ui/times';
import { ConsoleStore } from '../../state/console-store';
import { OUTCOME_WORDS } from '../../../shows/claim-status-words';
import { type MomentStep, momentSteps, readMoment, wantsItem } from './moment-steps';

const HALF_WINDOW_MS = 5_000;
const STEP_MS = 500;
const MAX_ROWS = 7;

/** Replays the comments that asked for an item in the ten seconds around the claim on its last unit. */
@Component({
  selector: 'app-moment-replay',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Chip, Icon],
  templateUrl: './moment-replay.html',
  host: { class: 'block' },
})
export class MomentReplay {
  private readonly api = inject(ShowsApi);
  private readonly store = inject(ConsoleStore);
  protected readonly nameOf = buyerName;
  readonly itemId = input.required<string>();
  /** Middle of the ten seconds, ISO-8601. */
  readonly middle = input.required<string>();
  protected readonly steps = linkedSignal<number, readonly MomentStep[] | null>({
    source: this.store.snapshotCount,
    computation: () => null,
  });
  protected readonly work = new OneAtATime();
  protected readonly isPlaying = signal(false);
  protected readonly stepIndex = linkedSignal<number, number>({
    source: () => this.steps()?.length ?? 0,
    computation: (length) => length - 1,
  });
  protected readonly playLabel = $localize`:@@console.replay.play:Play the replay again`;
  protected readonly pauseLabel = $localize`:@@console.replay.pause:Pause the replay`;
  protected readonly positionText = computed(() => {
    const step = this.steps()?.[this.stepIndex()];
    if (!step) return '';
    const time = clockWithTenths(step.at);
    if (step.unitsLeft === null) return time;
    return step.unitsLeft === 0
      ? $localize`:@@console.replay.none-left:${time}:time:, none left`
      : $localize`:@@console.replay.left:${time}:time:, ${step.unitsLeft}:count: left`;
  });
  protected readonly rows = computed(() =>
    (this.steps() ?? [])
      .slice(0, this.stepIndex() + 1)
      .slice(-MAX_ROWS)
      .reverse()
      .map((step) => ({
        ...step,
        time: clockWithTenths(step.at),
        word: OUTCOME_WORDS[step.comment.outcome],
      })),
  );
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearInterval(this.timer));
  }

  protected async load(): Promise<void> {
    const state = this.store.state();
    if (!state) return;
    const middle = Date.parse(this.middle());
    const snapshotCount = this.store.snapshotCount();
    const read = async (afterSeq: number, limit: number) =>
      (await this.api.events(state.show.id, afterSeq, limit)).events;
    await this.work.run(async () => {
      const events = await readMoment(read, state.lastSeq, middle - HALF_WINDOW_MS, middle + HALF_WINDOW_MS);
      if (this.store.snapshotCount() !== snapshotCount) return;
      const number = state.items.get(this.itemId())?.itemNumber ?? '';
      this.steps.set(momentSteps(events, this.itemId()).filter((step) => wantsItem(step, number)));
      this.stepIndex.set(0);
      this.isPlaying.set(false);
      this.togglePlay();
    });
  }

  protected togglePlay(): void {
    clearInterval(this.timer);
    if (this.isPlaying()) {
      this.isPlaying.set(false);
      return;
    }
    const last = (this.steps()?.length ?? 0) - 1;
    if (this.stepIndex() >= last) this.stepIndex.set(0);
    this.isPlaying.set(true);
    this.timer = setInterval(() => {
      if (this.stepIndex() < last) this.stepIndex.update((index) => index + 1);
      if (this.stepIndex() < last) return;
      clearInterval(this.timer);
      this.isPlaying.set(false);
    }, STEP_MS);
  }

  protected scrub(to: string): void {
    clearInterval(this.timer);
    this.isPlaying.set(false);
    this.stepIndex.set(Number(to));
  }
}
