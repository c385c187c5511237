import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { DEFAULT_RULES, type RuleChoices, type ShowRules } from '@sellary/contracts';
import { StoredChoice } from './stored-choice';

interface Choice {
  value: string;
  label: string;
}

/** Labels of the built-in policies, in the user's language. Other policies have their own labels. */
const POLICY_LABELS: Readonly<Record<string, string>> = {
  'first-come': $localize`:Allocation policy@@shows.rules.policy.first-come:First come, first served`,
  'operator-decides': $localize`:Allocation policy@@shows.rules.policy.operator-decides:An operator decides`,
};
const BUILT_IN_GRAMMAR = $localize`:Comment grammar@@shows.rules.grammar.builtin:Built in`;

const nameOf = (policyId: string): string => policyId.split('@')[0] ?? policyId;
const notLoaded = (name: string): string =>
  $localize`:A policy or grammar from an extension that this server does not have@@shows.rules.not-loaded:${name}:name: (not on this server)`;

/**
 * Selects the allocation policy and the grammar. Until the choices are known, it shows the policy only if the
 * policy is not the default.
 */
@Component({
  selector: 'app-decision-choices',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [StoredChoice],
  template: `
    @if (policies(); as policies) {
      <div class="mt-4">
        <label class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
          <span class="min-w-0 flex-1 basis-32 text-meta text-soft" i18n="@@shows.rules.policy.name"
            >Who gets a unit</span
          >
          <select
            #policy
            class="field w-56 max-w-full"
            aria-describedby="policy-hint"
            [disabled]="disabled()"
            [appStoredChoice]="chosenPolicy()"
            [notSaved]="problem() !== null"
            (change)="policyChosen.emit(policy.value)"
          >
            @for (it of policies; track it.value) {
              <option [value]="it.value" [selected]="it.value === chosenPolicy()">{{ it.label }}</option>
            }
          </select>
        </label>
        <p id="policy-hint" class="mt-1 text-meta text-soft" i18n="@@shows.rules.policy.hint">
          Applies from the next comment. Decided claims stay as they are, except that free units may go to
          buyers who are already in line.
        </p>
      </div>
    } @else if (isCustom()) {
      <p class="mt-4 text-meta text-soft" i18n="@@shows.rules.policy">
        The policy {{ rules().policy }} decides claims instead of the usual rule, “first come, first served.”
      </p>
      @if (!disabled()) {
        <button
          type="button"
          class="act mt-1.5"
          (click)="policyChosen.emit(defaultPolicy)"
          i18n="@@shows.rules.use-first-come"
        >
          Use first come, first served
        </button>
      }
    }
    @if (grammars(); as grammars) {
      <div class="mt-4">
        <label class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
          <span class="min-w-0 flex-1 basis-32 text-meta text-soft" i18n="@@shows.rules.grammar.name"
            >How comments are read</span
          >
          <select
            #grammar
            class="field w-56 max-w-full"
            [disabled]="disabled()"
            [appStoredChoice]="rules().grammar"
            [notSaved]="problem() !== null"
            (change)="grammarChosen.emit(grammar.value)"
          >
            @for (it of grammars; track it.value) {
              <option [value]="it.value" [selected]="it.value === rules().grammar">{{ it.label }}</option>
            }
          </select>
        </label>
      </div>
    }
    @if (problem(); as text) {
      <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
    }
  `,
})
export class DecisionChoices {
  readonly rules = input.required<ShowRules>();
  /** The server's policies and grammars, or null until they are known. */
  readonly choices = input<RuleChoices | null>(null);
  readonly disabled = input(false);
  readonly problem = input<string | null>(null);
  readonly policyChosen = output<string>();
  readonly grammarChosen = output<string>();
  protected readonly defaultPolicy = DEFAULT_RULES.policy;
  /** True if the policy is not a version of the default policy. */
  protected readonly isCustom = computed(() => nameOf(this.rules().policy) !== nameOf(this.defaultPolicy));

  protected readonly policies = computed((): Choice[] | null => {
    const available = this.choices()?.policies.map(({ id, label }): Choice => ({
      value: id,
      label: POLICY_LABELS[nameOf(id)] ?? label,
    }));
    return available === undefined ? null : withChosen(available, this.chosenPolicy());
  });

  /** The newest version of the show's policy, because a draft goes live with that version. */
  protected readonly chosenPolicy = computed(() => {
    const { policy } = this.rules();
    const samePolicy = this.choices()?.policies.find(({ id }) => nameOf(id) === nameOf(policy));
    return samePolicy?.id ?? policy;
  });

  /** Null if there is nothing to choose. */
  protected readonly grammars = computed((): Choice[] | null => {
    const available = this.choices()?.grammars.map(({ name, label }): Choice => ({
      value: name,
      label: name === DEFAULT_RULES.grammar ? BUILT_IN_GRAMMAR : label,
    }));
    if (available === undefined) return null;
    const grammars = withChosen(available, this.rules().grammar);
    return grammars.length > 1 ? grammars : null;
  });
}

/** The choices, with the chosen value added if the server does not have it. */
const withChosen = (choices: Choice[], chosen: string): Choice[] =>
  choices.some((choice) => choice.value === chosen)
    ? choices
    : [...choices, { value: chosen, label: notLoaded(chosen) }];
