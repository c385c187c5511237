import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { DEFAULT_RULES, type ShowRules } from '@sellary/contracts';
import { WordChips } from '../ui/word-chips';

/** The last failed save of a rule. */
export interface RuleProblem {
  rule: keyof ShowRules;
  text: string;
}

type WordRule = 'claimWords' | 'passWords';
const WORD_RULES: readonly { rule: WordRule; name: string; add: string }[] = [
  {
    rule: 'claimWords',
    name: $localize`:@@shows.words.claim:To claim an item`,
    add: $localize`:@@shows.words.add-claim-word:Add a claim word`,
  },
  {
    rule: 'passWords',
    name: $localize`:@@shows.words.pass:To pass on an item`,
    add: $localize`:@@shows.words.add-pass-word:Add a pass word`,
  },
];

type NumberRule = 'maxClaimsPerComment';
const NUMBER_RULES: readonly { rule: NumberRule; name: string; hint: string; max: number }[] = [
  {
    rule: 'maxClaimsPerComment',
    name: $localize`:@@shows.rules.max-claims.name:Maximum claims per comment`,
    hint: $localize`:@@shows.rules.max-claims.hint:With 2 or more, the comment “sold 12 and sold 14” claims both items.`,
    max: 10,
  },
];

/**
 * Edits rules, of a show or of a workspace's new shows. The owner saves, and passes the saved rules or the
 * problem.
 */
@Component({
  selector: 'app-rules-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [WordChips],
  template: `
    @for (it of wordRules; track it.rule) {
      <div class="mt-4">
        <p class="mb-1.5 text-meta text-soft">{{ it.name }}</p>
        <app-word-chips
          [label]="it.add"
          [words]="rules()[it.rule]"
          [disabled]="disabled()"
          [problem]="problemOf(it.rule)"
          (changed)="changed.emit(change(it.rule, $event))"
        />
        @if (comparisons()[it.rule]; as text) {
          <p class="mt-1.5 text-meta text-soft">{{ text }}</p>
        }
      </div>
    }
    @for (it of numberRules; track it.rule) {
      <div class="mt-4">
        <label class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
          <span class="text-meta text-soft">{{ it.name }}</span>
          <select
            #box
            class="field w-20"
            [disabled]="disabled()"
            [attr.aria-describedby]="it.rule + '-hint'"
            (change)="changed.emit(change(it.rule, +box.value))"
          >
            @for (n of numbersTo(it.max); track n) {
              <option [value]="n" [selected]="n === rules()[it.rule]">{{ n }}</option>
            }
          </select>
        </label>
        <p [id]="it.rule + '-hint'" class="mt-1 text-meta text-soft">{{ it.hint }}</p>
        @if (comparisons()[it.rule]; as text) {
          <p class="mt-1 text-meta text-soft">{{ text }}</p>
        }
        @if (problemOf(it.rule); as text) {
          <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
        }
      </div>
    }
    @if (isOtherPolicy()) {
      <p class="mt-4 text-meta text-soft" i18n="@@shows.rules.policy">
        The policy {{ rules().policy }} decides the claims, not first come, first served.
      </p>
      @if (!disabled()) {
        <button
          type="button"
          class="act mt-1.5"
          (click)="changed.emit({ policy: usualPolicy })"
          i18n="@@shows.rules.use-first-come"
        >
          Use first come, first served
        </button>
      }
    }
  `,
})
export class RulesEditor {
  readonly rules = input.required<ShowRules>();
  /**
   * Rules of the show's workspace, to compare with; null while they are unknown, and for the workspace's own
   * rules.
   */
  readonly defaults = input<ShowRules | null>(null);
  readonly disabled = input(false);
  readonly problem = input<RuleProblem | null>(null);
  readonly changed = output<Partial<ShowRules>>();
  protected readonly wordRules = WORD_RULES;
  protected readonly numberRules = NUMBER_RULES;
  protected readonly usualPolicy = DEFAULT_RULES.policy;
  /** An older version of the usual policy is no other policy. */
  protected readonly isOtherPolicy = computed(() => nameOf(this.rules().policy) !== nameOf(this.usualPolicy));

  protected readonly comparisons = computed((): Partial<Record<keyof ShowRules, string>> => {
    const defaults = this.defaults();
    if (defaults === null) return {};
    const rules = [...WORD_RULES, ...NUMBER_RULES].map(({ rule }) => rule);
    return Object.fromEntries(rules.map((rule) => [rule, comparison(this.rules()[rule], defaults[rule])]));
  });

  protected change<K extends WordRule | NumberRule>(rule: K, value: ShowRules[K]): Partial<ShowRules> {
    return { [rule]: value };
  }

  protected problemOf(rule: keyof ShowRules): string | null {
    const problem = this.problem();
    return problem?.rule === rule ? problem.text : null;
  }

  protected numbersTo(max: number): number[] {
    return Array.from({ length: max }, (_, index) => index + 1);
  }
}

const nameOf = (policy: string): string => policy.slice(0, policy.indexOf('@'));

function comparison(value: string[] | number, usual: string[] | number): string {
  const text = String(Array.isArray(usual) ? usual.join(', ') : usual);
  return String(value) === String(usual)
    ? $localize`:The show has the same rule as new shows of its workspace@@shows.rules.as-in-workspace:As in the workspace`
    : $localize`:The rule of new shows of the workspace@@shows.rules.in-workspace:In the workspace: ${text}:rule:`;
}
