import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import type { Person, PersonMerge } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { PeopleApi } from '../api/people-api';
import { PersonBaskets } from '../baskets/person-baskets';
import { BlockedBuyers } from '../blocks/blocked-buyers';
import { BlockedMark } from '../blocks/blocked-mark';
import { actorName } from '../ui/actor-name';
import { askToConfirm } from '../ui/confirm-dialog';
import { Icon } from '../ui/icon';
import { Notices } from '../ui/notices';
import { PageNotLoaded } from '../ui/page-not-loaded';
import { DayPipe } from '../ui/times';
import { BuyerAccounts } from './buyer-accounts';
import { BuyerShows } from './buyer-shows';
import { MergeDialog } from './merge-dialog';
import { accountsText, figuresText, personName } from './person-texts';
import { type ProfileChange, ProfileForm } from './profile-form';

/** A buyer's profile across shows, with accounts, tags, note, and history. */
@Component({
  selector: 'app-buyer-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    RouterLink,
    BlockedMark,
    Icon,
    MatButton,
    PageNotLoaded,
    DayPipe,
    BuyerAccounts,
    BuyerShows,
    PersonBaskets,
    ProfileForm,
  ],
  templateUrl: './buyer-page.html',
})
export class BuyerPage {
  private readonly api = inject(PeopleApi);
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly blocks = inject(BlockedBuyers);

  /** Id of any account of the buyer. */
  readonly id = input.required<string>();
  protected readonly person = resource({
    params: () => this.id(),
    loader: ({ params }) => this.api.get(params),
  });
  protected readonly problem = signal<string | null>(null);
  protected readonly busy = signal(false);
  private lastSave = Promise.resolve();
  protected readonly name = computed(() => {
    const person = this.person.hasValue() ? this.person.value() : null;
    return person === null ? '' : personName(person.name, buyersOf(person));
  });
  protected readonly actorName = actorName;
  protected readonly figuresOf = figuresText;
  protected readonly accountsOf = accountsText;

  constructor() {
    effect(() => {
      if (this.blocks.changeCount() > 0) untracked(() => this.person.reload());
    });
    // The URL gets the person's id, because after a merge is undone, an account may belong to another person.
    effect(() => {
      const id = this.person.hasValue() ? this.person.value().id : this.id();
      if (id !== this.id()) void this.router.navigate(['/buyers', id], { replaceUrl: true });
    });
  }

  protected isBlocked({ accounts }: Person): boolean {
    return accounts.some(({ block }) => block !== null);
  }

  /** Saves changes one after another, so that none replaces another with its older value. */
  protected save(change: ProfileChange): void {
    this.problem.set(null);
    const id = this.id();
    this.lastSave = this.lastSave.then(() => this.saveNow(id, change));
  }

  private async saveNow(id: string, change: ProfileChange): Promise<void> {
    try {
      const request = typeof change === 'function' ? change(await this.api.get(id)) : change;
      this.person.set(await this.api.update(id, request));
      this.notices.show($localize`:@@buyers.saved:Saved`);
    } catch (failure) {
      this.problem.set(ApiError.from(failure).message);
    }
  }

  protected merge(person: Person): void {
    this.dialog
      .open<MergeDialog, Person, Person>(MergeDialog, { data: person, width: '36rem' })
      .afterClosed()
      .subscribe((merged) => {
        if (merged === undefined) return;
        this.person.set(merged);
        const [latest] = merged.merges;
        if (latest === undefined) return;
        this.notices.offerUndo(
          $localize`:@@buyers.merged:The buyers are merged`,
          $localize`:Consequence of undoing a merge|@@buyers.merged.undo:both buyers are separate again`,
          () => void this.undoMerge(latest),
        );
      });
  }

  protected async confirmUndo(merge: PersonMerge): Promise<void> {
    const accounts = accountsText(merge.accounts);
    const isConfirmed = await askToConfirm(this.dialog, {
      heading: $localize`:@@buyers.unmerge.heading:Undo this merge?`,
      text: $localize`:@@buyers.unmerge.text:${accounts}:accounts: will become a separate buyer again, with the tags and the note from before the merge. Changes since the merge will stay with this buyer.`,
      yes: $localize`:@@buyers.unmerge.yes:Undo merge`,
      no: $localize`:@@buyers.unmerge.no:Keep merged`,
    });
    if (isConfirmed) await this.undoMerge(merge);
  }

  private async undoMerge(merge: PersonMerge): Promise<void> {
    this.busy.set(true);
    try {
      const { kept } = await this.api.unmerge(this.id(), merge.id);
      this.person.set(kept);
      this.notices.show($localize`:@@buyers.unmerged:The buyers are separate again`);
    } catch (failure) {
      this.notices.fail(failure, $localize`:@@buyers.unmerge.failed:Merge not undone`);
    } finally {
      this.busy.set(false);
    }
  }
}

const buyersOf = ({ accounts }: Person) => accounts.map(({ buyer }) => buyer);
