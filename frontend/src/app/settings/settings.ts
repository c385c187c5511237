import { ChangeDetectionStrategy, Component, computed, inject, resource, signal } from '@angular/core';
import type { UpdateWorkspaceRequest, Workspace, WorkspaceSettings } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { WorkspacesApi } from '../api/workspaces-api';
import { SessionStore } from '../auth/session-store';
import { CurrencySelect } from '../shows/currency-select';
import { type RuleChange, type RuleProblem, RulesEditor } from '../shows/rules-editor';
import { delaySourcesOf } from '../shows/viewer-delays';
import { ColorScheme, SCHEME_CHOICES, type Scheme } from '../ui/color-scheme';
import { FieldKeys } from '../ui/field-keys';
import { fieldRequired } from '../ui/form-errors';
import { Icon } from '../ui/icon';
import { NotLoaded } from '../ui/not-loaded';
import { Notices } from '../ui/notices';
import { KeySettings } from './key-settings';
import { PollingAndRetention } from './polling-and-retention';
import { SoundSettings } from './sound-settings';

@Component({
  selector: 'app-settings',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    Icon,
    NotLoaded,
    RulesEditor,
    CurrencySelect,
    KeySettings,
    PollingAndRetention,
    SoundSettings,
    FieldKeys,
  ],
  templateUrl: './settings.html',
})
export class Settings {
  private readonly api = inject(WorkspacesApi);
  private readonly session = inject(SessionStore);
  private readonly notices = inject(Notices);
  private readonly colors = inject(ColorScheme);

  protected readonly scheme = this.colors.scheme;
  protected readonly schemes = SCHEME_CHOICES;
  protected readonly mayEdit = computed(() => this.session.mayAct('admin'));
  protected readonly workspace = resource({
    params: () => this.session.workspace()?.id,
    loader: ({ params }) => this.api.get(params),
  });
  protected readonly ruleChoices = resource({ loader: () => this.api.ruleChoices() });
  protected readonly delaySources = delaySourcesOf(
    ['facebook', 'instagram'].map((platform) => ({ platform, liveId: null })),
  );
  protected readonly nameProblem = signal<string | null>(null);
  protected readonly settingProblem = signal<{ field: keyof WorkspaceSettings; message: string } | null>(
    null,
  );
  protected readonly currencyProblem = computed(() => {
    const problem = this.settingProblem();
    return problem?.field === 'currency' ? problem.message : null;
  });
  protected readonly ruleProblem = signal<RuleProblem | null>(null);
  private lastRuleSave = Promise.resolve();

  protected choose(scheme: Scheme): void {
    this.colors.choose(scheme);
  }

  protected rename(box: HTMLInputElement, workspace: Workspace): void {
    const name = box.value.trim();
    this.nameProblem.set(name === '' ? fieldRequired($localize`:@@settings.workspace.name:Name`) : null);
    if (name === workspace.name) box.value = workspace.name;
    else if (name !== '') void this.save({ name }, () => (box.value = workspace.name));
  }

  protected async saveSetting<K extends keyof WorkspaceSettings>(
    field: K,
    value: WorkspaceSettings[K],
  ): Promise<void> {
    this.settingProblem.set(null);
    await this.save({ settings: { [field]: value } }, (message) =>
      this.settingProblem.set({ field, message }),
    );
  }

  /** Saves changes one after another, each applied to the rules as they are stored then. */
  protected changeRules(change: RuleChange): void {
    this.ruleProblem.set(null);
    this.lastRuleSave = this.lastRuleSave.then(() => this.saveRule(change));
  }

  private saveRule({ rule, applyTo }: RuleChange): Promise<void> {
    return this.attempt(
      async (id) => {
        const rules = await this.api.changeRules(id, applyTo(await this.api.rules(id)));
        this.workspace.update(
          (before) => before && { ...before, rules, settings: { ...before.settings, ...rules } },
        );
      },
      (text) => this.ruleProblem.set({ rule, text }),
    );
  }

  private save(change: UpdateWorkspaceRequest, onError: (message: string) => void): Promise<void> {
    return this.attempt(async (id) => this.workspace.set(await this.api.update(id, change)), onError);
  }

  private async attempt(
    call: (workspaceId: string) => Promise<void>,
    onError: (message: string) => void,
  ): Promise<void> {
    const id = this.session.workspace()?.id;
    if (!id) return;
    try {
      await call(id);
      this.notices.show($localize`:@@settings.saved:Saved`);
    } catch (failure) {
      const error = ApiError.from(failure);
      onError(error.details[0]?.message ?? error.message);
      this.notices.fail(failure, $localize`:@@settings.not-saved:Not saved`);
    }
  }
}
