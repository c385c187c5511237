import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import {
  type Connection,
  MAX_VIEWER_DELAY_SECONDS,
  type Source,
  type ViewerDelayProposal,
} from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { platformName } from '../ui/platform-names';
import { sourceName, videoNumber } from './source-names';

/** A source whose viewer delay can be set: a platform, or a broadcast if the platform has several. */
export interface DelaySource {
  /** Key in the `viewerDelaySeconds` rule. */
  key: string;
  name: string;
}

type SourceDetails = Pick<Source, 'platform' | 'liveId'> & Partial<Pick<Source, 'connectionId' | 'liveUrl'>>;

/** True if a platform has several broadcasts, which are then told apart by their accounts. */
export const needsAccounts = (sources: readonly SourceDetails[]): boolean =>
  sources.some((source) => source.liveId !== null && hasSeveral(sources, source));

const hasSeveral = (sources: readonly SourceDetails[], { platform }: SourceDetails): boolean =>
  sources.filter((source) => source.platform === platform).length > 1;

/**
 * A show's sources by platform, or by broadcast if a platform has several. A broadcast is named by its account,
 * and also by its number if the account is unknown or has several of them. A platform's only broadcast keeps
 * the key of its own delay if it has one, because that delay overrides the platform's.
 */
export function delaySourcesOf(
  sources: readonly SourceDetails[],
  connections: readonly Connection[] = [],
  delays: Readonly<Record<string, number>> = {},
): DelaySource[] {
  return sources.map((source) => {
    const { platform, liveId } = source;
    const ownKey = `${platform}/${liveId}`;
    if (liveId === null || !hasSeveral(sources, source)) {
      return { key: ownKey in delays ? ownKey : platform, name: platformName(platform) };
    }
    const name = sourceName(source, connections);
    const isEnough =
      name !== platformName(platform) &&
      sources.filter((other) => sourceName(other, connections) === name).length === 1;
    return { key: ownKey, name: isEnough ? name : `${name} · ${videoNumber(source)}` };
  });
}

/** Sets how late each source's viewers see the broadcast, and shows proposals from the show's claims. */
@Component({
  selector: 'app-viewer-delays',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset class="mt-4" [disabled]="disabled()">
      <legend class="text-meta text-soft" i18n="@@shows.delays.name">Viewer delay in seconds</legend>
      @for (row of rows(); track row.key) {
        <label class="mt-1.5 flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
          <span class="max-w-full flex-1 break-words">{{ row.name }}</span>
          <input
            #box
            type="number"
            inputmode="decimal"
            min="0"
            step="0.1"
            [max]="max"
            class="field ml-auto w-20 text-center tabular-nums"
            aria-describedby="viewerDelaySeconds-hint"
            [attr.aria-invalid]="invalidKey() === row.key"
            [value]="row.seconds"
            (change)="set(row.key, box)"
          />
        </label>
        @if (invalidKey() === row.key) {
          <p class="mt-1 text-meta text-bad" role="alert" i18n="@@shows.delays.invalid">
            Enter a number of seconds from 0 to {{ max }}, with at most one decimal.
          </p>
        }
        @if (row.proposed; as proposed) {
          <p class="mt-1 flex flex-wrap items-center gap-x-2 text-meta text-soft">
            <span i18n="Proposal based on the first claims after items were shown@@shows.delays.proposed"
              >Proposed: {{ proposed.text }} s, from {{ proposed.samples }} items</span
            >
            <button
              type="button"
              class="act act-quiet"
              (click)="changed.emit({ key: row.key, seconds: proposed.seconds })"
              i18n="@@shows.delays.use"
            >
              Use {{ proposed.text }} s
            </button>
          </p>
        }
        @if (row.measured; as measured) {
          <p class="mt-1 text-meta text-soft" i18n="@@shows.delays.measured">
            First claims come {{ measured.text }} s after an item is shown. Items measured:
            {{ measured.samples }}.
          </p>
        }
      }
      @if (rows().length === 1 && rows()[0]?.measured) {
        <p class="mt-1 text-meta text-soft" i18n="@@shows.delays.one-source">
          A delay will be proposed once a second source in the show has claims too.
        </p>
      }
      @if (otherWinners() > 0) {
        <p class="mt-1 text-meta text-warn">
          <span i18n="@@shows.delays.other-winners">{otherWinners(), plural,
            =1 {With the proposed delays, 1 unit would have gone to another buyer.}
            other {With the proposed delays, {{ otherWinners() }} units would have gone to other buyers.}
          }</span>
        </p>
      }
      <p id="viewerDelaySeconds-hint" class="mt-1 text-meta text-soft" i18n="@@shows.delays.hint">
        How much later viewers of a source see the broadcast. Their comments count as if they were written
        that much earlier, so that all viewers have the same chance. 0 = no delay.
      </p>
    </fieldset>
  `,
  host: { class: 'block' },
})
export class ViewerDelays {
  readonly delays = input.required<Readonly<Record<string, number>>>();
  readonly sources = input.required<readonly DelaySource[]>();
  readonly proposals = input<readonly ViewerDelayProposal[]>([]);
  /** Number of units that would have gone to other buyers with the proposed delays. */
  readonly otherWinners = input(0);
  readonly disabled = input(false);
  readonly changed = output<{ key: string; seconds: number }>();
  protected readonly max = MAX_VIEWER_DELAY_SECONDS;
  /** Key of the row whose number cannot be saved. */
  protected readonly invalidKey = signal<string | null>(null);
  protected readonly rows = computed(() =>
    this.sources().map(({ key, name }) => {
      const [platform = ''] = key.split('/', 1);
      const seconds = this.delays()[key] ?? this.delays()[platform] ?? 0;
      return { key, name, seconds, ...this.suggestion(key, seconds) };
    }),
  );

  protected set(key: string, box: HTMLInputElement): void {
    // The browser reports an invalid number as empty, which would mean "no delay".
    if (!box.validity.valid) {
      this.invalidKey.set(key);
      return;
    }
    if (this.invalidKey() === key) this.invalidKey.set(null);
    this.changed.emit({ key, seconds: Number(box.value) });
  }

  /**
   * The proposal for a source if it differs from the rule, or the measured time to the first claim if there
   * is no proposal.
   */
  private suggestion(
    key: string,
    current: number,
  ): {
    proposed: { seconds: number; text: string; samples: number } | null;
    measured: { text: string; samples: number } | null;
  } {
    const proposal = this.proposals().find(
      ({ platform, liveId }) => platform === key || `${platform}/${liveId}` === key,
    );
    if (proposal === undefined) return { proposed: null, measured: null };
    const { proposedSeconds: seconds, firstClaimSeconds, samples } = proposal;
    if (seconds === null) {
      return { proposed: null, measured: { text: formatNumber(firstClaimSeconds), samples } };
    }
    const proposed = seconds === current ? null : { seconds, text: formatNumber(seconds), samples };
    return { proposed, measured: null };
  }
}
