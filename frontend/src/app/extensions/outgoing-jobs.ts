import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  untracked,
} from '@angular/core';
import {
  DONE_JOB_LIFETIME_MS,
  FAILED_JOB_LIFETIME_MS,
  JOB_RETRY_MS,
  type JobCounts,
  type JobState,
  type JobSummary,
} from '@sellary/contracts';
import { ExtensionsApi } from '../api/extensions-api';
import { NotLoaded } from '../ui/not-loaded';
import { LoadMore } from '../ui/load-more';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { paged } from '../ui/paged';
import { SegmentedControl } from '../ui/segmented-control';
import { DayAndTimePipe, longDuration } from '../ui/times';

/** An extension's jobs by state, with commands to send jobs again or discard them. */
@Component({
  selector: 'app-outgoing-jobs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DayAndTimePipe, NotLoaded, LoadMore, SegmentedControl],
  template: `
    <div class="mt-4 flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
      <h4 class="font-semibold" i18n="@@extensions.jobs.heading">Outgoing jobs</h4>
      <app-segmented-control
        i18n-aria-label="@@extensions.jobs.filter"
        aria-label="Job status"
        [choices]="choices()"
        [(chosen)]="state"
      />
    </div>
    @if (list.loaded()) {
      <ul class="mt-2 divide-y divide-line border-y border-line" [attr.aria-busy]="list.loading()">
        @for (job of list.rows(); track job.id) {
          <li class="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
            <span class="min-w-0 flex-1 basis-64">
              <span class="block truncate"
                ><span class="font-medium">{{ job.handler }}</span>
                <span class="text-soft" [title]="job.key">
                  {{ job.createdAt | dayAndTime }} · {{ attemptsText(job) }}</span
                ></span
              >
              @if (job.error !== null) {
                <span class="block text-meta break-words text-bad">{{ job.error }}</span>
              }
              @if (job.result !== null) {
                <span class="block text-meta break-words text-soft">{{ job.result }}</span>
              }
              @if (job.state === 'waiting') {
                <span class="block text-meta text-soft">{{ nextAttemptText(job) }}</span>
              }
            </span>
            @if (job.state !== 'waiting' || job.nextAttemptAt !== null) {
              <button
                type="button"
                class="act"
                [disabled]="work.busy()"
                [attr.aria-label]="label(job, resendText(job))"
                (click)="run('resendJob', job)"
              >
                {{ resendText(job) }}
              </button>
            }
            @if (job.state === 'waiting' || job.state === 'failed') {
              <button
                type="button"
                class="act act-quiet"
                [disabled]="work.busy()"
                [attr.aria-label]="label(job, discardText)"
                (click)="run('discardJob', job)"
              >
                {{ discardText }}
              </button>
            }
          </li>
        } @empty {
          <li class="py-2.5 text-soft">{{ emptyText() }}</li>
        }
      </ul>
      <app-load-more [list]="list" i18n-label="@@extensions.jobs.more" label="Show older jobs" />
    } @else {
      <app-not-loaded
        [resource]="list"
        i18n-failed="@@extensions.jobs.not-loaded"
        failed="The jobs could not be loaded"
        i18n-loading="@@extensions.jobs.loading"
        loading="Loading the jobs"
        loadingClass="skeleton mt-2 h-10"
      />
    }
  `,
  host: { class: 'block' },
})
export class OutgoingJobs {
  private readonly api = inject(ExtensionsApi);
  private readonly notices = inject(Notices);
  readonly extension = input.required<string>();
  readonly counts = input.required<JobCounts>();
  /** Emits after jobs were sent again or discarded. */
  readonly changed = output();
  /** Starts with the failed jobs if there are any. New counts do not change the filter. */
  protected readonly state = linkedSignal<string, JobState>({
    source: this.extension,
    computation: () => (untracked(this.counts).failed > 0 ? 'failed' : 'waiting'),
  });
  protected readonly work = new OneAtATime((error) => {
    this.notices.fail(error, $localize`:@@extensions.parked.not-done:Nothing was changed`);
    // The job may have changed since it was listed.
    if (!error.isTransient) this.reload();
  });
  protected readonly discardText = $localize`:@@extensions.jobs.discard:Discard job`;
  protected readonly list = paged(
    () => ({ name: this.extension(), state: this.state() }),
    ({ name, state }, cursor) => this.api.jobs(name, state, cursor),
    ({ jobs }) => jobs,
  );
  protected readonly choices = computed((): { value: JobState; name: string }[] => {
    const { waiting, failed } = this.counts();
    return [
      { value: 'failed', name: $localize`:@@extensions.jobs.failed:Failed (${failed}:count:)` },
      { value: 'waiting', name: $localize`:@@extensions.jobs.waiting:Waiting (${waiting}:count:)` },
      { value: 'done', name: $localize`:State of outgoing jobs@@extensions.jobs.done:Done` },
      { value: 'discarded', name: $localize`:State of outgoing jobs@@extensions.jobs.discarded:Discarded` },
    ];
  });
  private readonly time = new DayAndTimePipe();

  protected attemptsText({ attempts }: JobSummary): string {
    return attempts === 1
      ? $localize`:@@extensions.jobs.attempt:1 attempt`
      : $localize`:@@extensions.jobs.attempts:${attempts}:count: attempts`;
  }

  protected nextAttemptText({ nextAttemptAt }: JobSummary): string {
    if (nextAttemptAt === null) {
      return $localize`:@@extensions.jobs.behind:Waiting for an earlier job`;
    }
    return Date.parse(nextAttemptAt) <= Date.now()
      ? $localize`:@@extensions.jobs.due:Due now`
      : $localize`:@@extensions.jobs.next:Next attempt ${this.time.transform(nextAttemptAt)}:time:`;
  }

  protected resendText({ state }: JobSummary): string {
    return state === 'waiting'
      ? $localize`:@@extensions.jobs.try-now:Try job now`
      : $localize`:@@extensions.jobs.resend:Send job again`;
  }

  protected label({ handler, createdAt }: JobSummary, command: string): string {
    return `${command}: ${handler}, ${this.time.transform(createdAt)}`;
  }

  protected emptyText(): string {
    switch (this.state()) {
      case 'waiting':
        return $localize`:@@extensions.jobs.none-waiting:No jobs are waiting.`;
      case 'failed':
        return $localize`:@@extensions.jobs.none-failed:No jobs have failed. A job fails after ${longDuration(JOB_RETRY_MS)}:duration: without success, or if the receiver refuses it.`;
      case 'done':
        return $localize`:@@extensions.jobs.none-done:No jobs were completed in the last ${longDuration(DONE_JOB_LIFETIME_MS)}:duration:.`;
      case 'discarded':
        return $localize`:@@extensions.jobs.none-discarded:No jobs were discarded in the last ${longDuration(FAILED_JOB_LIFETIME_MS)}:duration:.`;
    }
  }

  protected async run(command: 'resendJob' | 'discardJob', job: JobSummary): Promise<void> {
    await this.work.run(async () => {
      await this.api[command](this.extension(), job);
      this.reload();
    });
  }

  private reload(): void {
    this.list.reload();
    this.changed.emit();
  }
}
