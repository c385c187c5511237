import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  output,
  resource,
} from '@angular/core';
import type { ShowWithItems } from '@sellary/contracts';
import { ConnectionsApi } from '../api/connections-api';
import { ReportsApi } from '../api/reports-api';
import { WorkspacesApi } from '../api/workspaces-api';
import { SessionStore } from '../auth/session-store';
import { type RuleChange, type RuleProblem, RulesEditor } from './rules-editor';
import { delaySourcesOf, needsAccounts } from './viewer-delays';

/** Interval between reads of the proposed viewer delays while the show is live. */
const PROPOSALS_INTERVAL_MS = 15_000;

/** A show's rules, compared with the workspace's rules. */
@Component({
  selector: 'app-show-rules-card',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RulesEditor],
  template: `
    <section class="card p-5" aria-labelledby="rules-heading">
      <h2 id="rules-heading" i18n="@@shows.rules.heading">Rules for this show</h2>
      <app-rules-editor
        [rules]="show().rules"
        [defaults]="defaults.hasValue() ? defaults.value() : null"
        [choices]="choices.hasValue() ? choices.value() : null"
        [sources]="sources()"
        [proposals]="proposals.hasValue() ? proposals.value().sources : []"
        [otherWinners]="proposals.hasValue() ? proposals.value().otherWinners : 0"
        [disabled]="!mayEdit()"
        [problem]="problem()"
        (changed)="changed.emit($event)"
      />
      @if (show().rules.claimWords[0]; as word) {
        @let item = show().items[0];
        @if (item?.title; as title) {
          <p class="mt-4 text-meta text-soft" i18n="@@shows.words.example-with-title">
            “{{ word }} {{ item?.itemNumber }}” claims 1 unit of {{ title }}.
          </p>
        } @else {
          <p class="mt-4 text-meta text-soft" i18n="@@shows.words.example">
            “{{ word }} {{ item?.itemNumber ?? '101' }}” claims 1 unit.
          </p>
        }
      }
    </section>
  `,
})
export class ShowRulesCard {
  private readonly api = inject(WorkspacesApi);
  private readonly reports = inject(ReportsApi);
  private readonly connectionsApi = inject(ConnectionsApi);
  private readonly session = inject(SessionStore);
  readonly show = input.required<ShowWithItems>();
  readonly mayEdit = input.required<boolean>();
  readonly problem = input<RuleProblem | null>(null);
  readonly changed = output<RuleChange>();
  /** Loaded only if the accounts are shown. If loading fails, the video numbers are shown instead. */
  private readonly connections = resource({
    params: () => needsAccounts(this.show().sources) || undefined,
    loader: () => this.connectionsApi.all(),
  });
  protected readonly sources = computed(() =>
    delaySourcesOf(
      this.show().sources,
      this.connections.hasValue() ? this.connections.value().connections : [],
      this.show().rules.viewerDelaySeconds,
    ),
  );
  protected readonly proposals = resource({
    params: () =>
      this.show().status === 'draft' || this.sources().length === 0 ? undefined : this.show().id,
    loader: ({ params }) => this.reports.viewerDelays(params),
  });
  protected readonly choices = resource({ loader: () => this.api.ruleChoices() });
  protected readonly defaults = resource({
    params: () => this.session.workspace()?.id,
    loader: ({ params }) => this.api.rules(params),
  });

  constructor() {
    const timer = setInterval(() => {
      if (this.show().status === 'active' && !document.hidden) this.proposals.reload();
    }, PROPOSALS_INTERVAL_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
