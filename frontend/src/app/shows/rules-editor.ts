import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import {
  DELETED_COMMENTS,
  MAX_BUYER_LIMIT,
  MAX_CLAIMS_PER_COMMENT,
  MAX_FAIRNESS_WINDOW_SECONDS,
  RULE_KINDS,
  type RuleChoices,
  type RuleOfKind,
  type ShowRules,
  type ViewerDelayProposal,
} from '@sellary/contracts';
import { wholeNumberProblem } from '../ui/whole-number-problem';
import { WordChips } from '../ui/word-chips';
import { DecisionChoices } from './decision-choices';
import { comparison, DELETED_COMMENTS_TEXTS } from './rule-comparison';
import { RuleField } from './rule-field';
import { StoredChoice } from './stored-choice';
import { type DelaySource, ViewerDelays } from './viewer-delays';

/** The last rule that could not be saved. */
export interface RuleProblem {
  rule: keyof ShowRules;
  text: string;
}

/** A change to one rule. */
export interface RuleChange {
  rule: keyof ShowRules;
  /**
   * Returns the changed rule. `stored` must be the server's rules at the time when the change is saved,
   * because other changes may have been saved since the editor's rules were read.
   */
  applyTo: (stored: ShowRules) => Partial<ShowRules>;
}

/** Rule texts and bounds, by kind. A new rule without them does not compile. */
const WORD_RULES = {
  claimWords: {
    name: $localize`:@@shows.words.claim:To claim an item`,
    add: $localize`:@@shows.words.add-claim-word:Add a claim word`,
  },
  passWords: {
    name: $localize`:@@shows.words.pass:To pass on an item`,
    add: $localize`:@@shows.words.add-pass-word:Add a pass word`,
  },
} satisfies Record<RuleOfKind<'words'>, { name: string; add: string }>;

const NUMBER_RULES = {
  maxClaimsPerComment: {
    name: $localize`:@@shows.rules.max-claims.name:Maximum claims per comment`,
    hint: $localize`:@@shows.rules.max-claims.hint:With 2 or more, the comment “sold 12 and sold 14” claims both items.`,
    min: 1,
    max: MAX_CLAIMS_PER_COMMENT,
  },
  fairnessWindowSeconds: {
    name: $localize`:@@shows.rules.window.name:Fairness window in seconds`,
    hint: $localize`:@@shows.rules.window.hint:Platforms deliver comments at different speeds. Claims and passes wait this long and are then decided in the order in which they were written. 0 = off. Use it with 2 or more platforms.`,
    min: 0,
    max: MAX_FAIRNESS_WINDOW_SECONDS,
  },
} satisfies Record<RuleOfKind<'number'>, { name: string; hint: string; min: number; max: number }>;

const LIMIT_RULES = {
  maxUnitsPerItem: {
    name: $localize`:@@shows.rules.units-per-item.name:Maximum units of one item per buyer`,
    hint: $localize`:@@shows.rules.units-per-item.hint:Counts won units and units in line. 0 = no limit.`,
  },
  maxUnitsPerShow: {
    name: $localize`:@@shows.rules.units-per-show.name:Maximum units per buyer in one show`,
    hint: $localize`:@@shows.rules.units-per-show.hint:Counts won units and units in line across all items of the show. 0 = no limit.`,
  },
} satisfies Record<RuleOfKind<'limit'>, { name: string; hint: string }>;

/** The rules with their texts, in the order shown in the editor. */
const ruleList = <Rule extends keyof ShowRules, Text>(rules: Record<Rule, Text>): (Text & { rule: Rule })[] =>
  (Object.keys(rules) as Rule[]).map((rule) => ({ ...rules[rule], rule }));

type ComparedRule = RuleOfKind<'words' | 'number' | 'limit' | 'choice'>;
const isCompared = (rule: keyof ShowRules): rule is ComparedRule =>
  RULE_KINDS[rule] !== 'delays' && RULE_KINDS[rule] !== 'engine';

/**
 * Edits a show's rules, or the rules for a workspace's new shows. The parent saves them, and passes back the
 * saved rules or the problem.
 */
@Component({
  selector: 'app-rules-editor',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [DecisionChoices, RuleField, StoredChoice, ViewerDelays, WordChips],
  template: `
    @for (it of wordRules; track it.rule) {
      <div class="mt-4">
        <p class="mb-1.5 text-meta text-soft">{{ it.name }}</p>
        <app-word-chips
          [label]="it.add"
          [words]="rules()[it.rule]"
          [disabled]="disabled()"
          [problem]="problemOf(it.rule)"
          (changed)="setWords(it.rule, $event)"
        />
        @if (comparisons()[it.rule]; as text) {
          <p class="mt-1.5 text-meta text-soft">{{ text }}</p>
        }
      </div>
    }
    @for (it of numberRules; track it.rule) {
      <app-rule-field
        [rule]="it.rule"
        [name]="it.name"
        [hint]="it.hint"
        [comparison]="comparisons()[it.rule]"
        [problem]="problemOf(it.rule)"
      >
        <select
          #box
          [id]="it.rule"
          class="field w-20"
          [disabled]="disabled()"
          [attr.aria-describedby]="it.rule + '-hint'"
          [appStoredChoice]="rules()[it.rule]"
          [notSaved]="problemOf(it.rule) !== null"
          (change)="set(it.rule, +box.value)"
        >
          @for (n of numbersTo(it.min, it.max); track n) {
            <option [value]="n" [selected]="n === rules()[it.rule]">{{ n }}</option>
          }
        </select>
      </app-rule-field>
    }
    <app-rule-field
      [rule]="'repeatClaims'"
      i18n-name="@@shows.rules.repeat-claims.name"
      name="A repeated claim adds units"
      i18n-hint="@@shows.rules.repeat-claims.hint"
      hint="If this is off, a buyer who has a claim on an item cannot claim more units with another comment."
      [comparison]="comparisons().repeatClaims"
      [problem]="problemOf('repeatClaims')"
    >
      <input
        #adds
        id="repeatClaims"
        type="checkbox"
        class="size-4 flex-none accent-(--mat-sys-primary)"
        aria-describedby="repeatClaims-hint"
        [disabled]="disabled()"
        [checked]="rules().repeatClaims === 'add'"
        [appStoredChoice]="rules().repeatClaims === 'add'"
        [notSaved]="problemOf('repeatClaims') !== null"
        (change)="set('repeatClaims', adds.checked ? 'add' : 'ignore')"
      />
    </app-rule-field>
    @if (sources().length > 0) {
      <app-viewer-delays
        [delays]="rules().viewerDelaySeconds"
        [sources]="sources()"
        [proposals]="proposals()"
        [otherWinners]="otherWinners()"
        [disabled]="disabled()"
        (changed)="setDelay($event.key, $event.seconds)"
      />
      @if (problemOf('viewerDelaySeconds'); as text) {
        <p class="mt-1 text-meta text-bad" role="alert">{{ text }}</p>
      }
    }
    @for (it of limitRules; track it.rule) {
      <app-rule-field
        [rule]="it.rule"
        [name]="it.name"
        [hint]="it.hint"
        [comparison]="comparisons()[it.rule]"
        [problem]="problemOf(it.rule)"
      >
        <input
          #limit
          [id]="it.rule"
          type="number"
          inputmode="numeric"
          min="0"
          [max]="maxLimit"
          class="field w-20 text-center tabular-nums"
          [disabled]="disabled()"
          [attr.aria-describedby]="it.rule + '-hint'"
          [attr.aria-invalid]="problemOf(it.rule) !== null"
          [value]="rules()[it.rule]"
          (change)="setLimit(it.rule, limit)"
        />
      </app-rule-field>
    }
    <app-rule-field
      [rule]="'deletedComments'"
      i18n-name="@@shows.rules.deleted-comments.name"
      name="When a viewer deletes a comment"
      i18n-hint="@@shows.rules.deleted-comments.hint"
      hint="A released unit goes to the next buyer in line. After the end of a show, nothing is released."
      [comparison]="comparisons().deletedComments"
      [problem]="problemOf('deletedComments')"
    >
      <select
        id="deletedComments"
        class="field w-44"
        aria-describedby="deletedComments-hint"
        [disabled]="disabled()"
        [appStoredChoice]="rules().deletedComments"
        [notSaved]="problemOf('deletedComments') !== null"
        (change)="chooseDeletionEffect($event)"
      >
        @for (effect of deletionEffects; track effect) {
          <option [value]="effect" [selected]="effect === rules().deletedComments">
            {{ deletionTexts[effect] }}
          </option>
        }
      </select>
    </app-rule-field>
    <app-decision-choices
      [rules]="rules()"
      [choices]="choices()"
      [disabled]="disabled()"
      [problem]="problemOf('policy') ?? problemOf('grammar')"
      (policyChosen)="set('policy', $event)"
      (grammarChosen)="set('grammar', $event)"
    />
  `,
})
export class RulesEditor {
  readonly rules = input.required<ShowRules>();
  /**
   * The workspace's rules to compare with, or null until they are known or if `rules` are the workspace's
   * own.
   */
  readonly defaults = input<ShowRules | null>(null);
  /** The server's policies and grammars, or null until they are known. */
  readonly choices = input<RuleChoices | null>(null);
  /** Sources whose viewer delay can be set. */
  readonly sources = input<readonly DelaySource[]>([]);
  readonly proposals = input<readonly ViewerDelayProposal[]>([]);
  /** Number of units that would have gone to other buyers with the proposed delays. */
  readonly otherWinners = input(0);
  readonly disabled = input(false);
  readonly problem = input<RuleProblem | null>(null);
  readonly changed = output<RuleChange>();
  /** The problem with a number in its field, found before saving. */
  private readonly enteredProblem = signal<RuleProblem | null>(null);
  protected readonly wordRules = ruleList(WORD_RULES);
  protected readonly numberRules = ruleList(NUMBER_RULES);
  protected readonly limitRules = ruleList(LIMIT_RULES);
  protected readonly maxLimit = MAX_BUYER_LIMIT;
  protected readonly deletionEffects = DELETED_COMMENTS;
  protected readonly deletionTexts = DELETED_COMMENTS_TEXTS;

  protected readonly comparisons = computed((): Partial<Record<keyof ShowRules, string>> => {
    const defaults = this.defaults();
    if (defaults === null) return {};
    const rules = (Object.keys(RULE_KINDS) as (keyof ShowRules)[]).filter(isCompared);
    return Object.fromEntries(rules.map((rule) => [rule, comparison(this.rules()[rule], defaults[rule])]));
  });

  protected set<K extends keyof ShowRules>(rule: K, value: ShowRules[K]): void {
    this.changed.emit({ rule, applyTo: () => ({ [rule]: value }) });
  }

  protected setLimit(rule: RuleOfKind<'limit'>, box: HTMLInputElement): void {
    const text = wholeNumberProblem(box);
    if (text !== null) this.enteredProblem.set({ rule, text });
    else if (this.enteredProblem()?.rule === rule) this.enteredProblem.set(null);
    // The browser reports an invalid number as empty, which would mean "no limit".
    if (text === null) this.set(rule, Number(box.value));
  }

  /** Adds the same words to the stored list, and removes the same words from it. */
  protected setWords(rule: RuleOfKind<'words'>, words: readonly string[]): void {
    const before = this.rules()[rule];
    const added = words.filter((word) => !before.includes(word));
    const removed = before.filter((word) => !words.includes(word));
    this.changed.emit({
      rule,
      applyTo: ({ [rule]: stored }) => {
        const kept = stored.filter((word) => !removed.includes(word));
        const keys = kept.map((word) => word.toLowerCase());
        return { [rule]: [...kept, ...added.filter((word) => !keys.includes(word.toLowerCase()))] };
      },
    });
  }

  protected setDelay(key: string, seconds: number): void {
    this.changed.emit({
      rule: 'viewerDelaySeconds',
      applyTo: (stored) => ({ viewerDelaySeconds: { ...stored.viewerDelaySeconds, [key]: seconds } }),
    });
  }

  protected chooseDeletionEffect({ target }: Event): void {
    const effect = DELETED_COMMENTS.find(
      (choice) => target instanceof HTMLSelectElement && choice === target.value,
    );
    if (effect !== undefined) this.set('deletedComments', effect);
  }

  protected problemOf(rule: keyof ShowRules): string | null {
    const entered = this.enteredProblem();
    const problem = entered?.rule === rule ? entered : this.problem();
    return problem?.rule === rule ? problem.text : null;
  }

  protected numbersTo(min: number, max: number): number[] {
    return Array.from({ length: max - min + 1 }, (_, index) => index + min);
  }
}
