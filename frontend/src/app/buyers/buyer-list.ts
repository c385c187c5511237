import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  resource,
  signal,
} from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { PeopleApi } from '../api/people-api';
import { SessionStore } from '../auth/session-store';
import { BlockedMark } from '../blocks/blocked-mark';
import { formatNumber } from '../i18n/format-locale';
import { EmptyState } from '../ui/empty-state';
import { NotLoaded } from '../ui/not-loaded';
import { LoadMore } from '../ui/load-more';
import { paged } from '../ui/paged';
import { SearchField } from '../ui/search-field';
import { DayPipe } from '../ui/times';
import { accountsText, figuresText, personName } from './person-texts';
import { searchText } from '../ui/search-text';

const PAGE_SIZE = 50;

/** Page with the workspace's buyers across its shows. The URL keeps the search and the filters. */
@Component({
  selector: 'app-buyer-list',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, BlockedMark, EmptyState, NotLoaded, LoadMore, SearchField, DayPipe],
  templateUrl: './buyer-list.html',
})
export class BuyerList {
  private readonly api = inject(PeopleApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly initialParams = this.route.snapshot.queryParamMap;
  protected readonly mayRead = inject(SessionStore).mayAct('operator');

  protected readonly query = signal(this.initialParams.get('search') ?? '');
  protected readonly tag = signal(this.initialParams.get('tag') ?? '');
  protected readonly onlyBlocked = signal(this.initialParams.get('blocked') === 'true');
  private readonly search = searchText(this.query);
  protected readonly isFiltered = computed(
    () => this.search() !== '' || this.tag() !== '' || this.onlyBlocked(),
  );

  protected readonly list = paged(
    () =>
      this.mayRead ? { search: this.search(), tag: this.tag(), onlyBlocked: this.onlyBlocked() } : undefined,
    ({ search, tag, onlyBlocked }, cursor) =>
      this.api.list({
        limit: PAGE_SIZE,
        cursor,
        ...(search !== '' && { search }),
        ...(tag !== '' && { tag }),
        ...(onlyBlocked && { blocked: 'true' }),
      }),
    ({ people }) => people,
  );
  /** Tags to filter by. If they cannot be loaded, the list works without them. */
  protected readonly tags = resource({
    params: () => (this.mayRead ? {} : undefined),
    loader: async () => (await this.api.tags()).tags,
  });
  /** Tags to choose from, including the chosen tag, because the URL may have a tag that no buyer has. */
  protected readonly tagChoices = computed(() => {
    const tags = this.tags.hasValue() ? this.tags.value() : [];
    const chosen = this.tag();
    const isKnown = chosen === '' || tags.some(({ tag }) => tag === chosen);
    return [...(isKnown ? [] : [{ tag: chosen, people: 0 }]), ...tags].map(({ tag, people }) => ({
      tag,
      text: `${tag} (${formatNumber(people)})`,
    }));
  });

  constructor() {
    effect(() => {
      const queryParams = {
        search: this.search() || null,
        tag: this.tag() || null,
        blocked: this.onlyBlocked() ? 'true' : null,
      };
      void this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl: true });
    });
  }

  protected readonly nameOf = personName;
  protected readonly accountsOf = accountsText;
  protected readonly figuresOf = figuresText;

  protected clear(): void {
    this.query.set('');
    this.search.set('');
    this.tag.set('');
    this.onlyBlocked.set(false);
  }
}
