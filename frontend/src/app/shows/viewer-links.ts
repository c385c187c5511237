import { ChangeDetectionStrategy, Component, inject, input, resource, signal } from '@angular/core';
import {
  VIEWER_PAGE_KINDS,
  type ViewerPage,
  type ViewerPageKind,
  type ViewerPageLink,
  WINNER_NAMES,
  type WinnerNames,
} from '@sellary/contracts';
import { ViewerPagesApi } from '../api/viewer-pages-api';
import { Copying } from '../ui/copying';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { MisclickGuard } from '../ui/misclick-guard';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { DayAndTimePipe } from '../ui/times';
import { StoredChoice } from './stored-choice';

const KIND_TEXTS: Record<ViewerPageKind, { name: string; purpose: string }> = {
  overlay: {
    name: $localize`:@@shows.viewers.overlay:Overlay`,
    purpose: $localize`:@@shows.viewers.overlay.purpose:On top of your broadcast: add the link to OBS as a browser source, 1920 × 1080 or 1080 × 1920.`,
  },
  board: {
    name: $localize`:@@shows.viewers.board:Board`,
    purpose: $localize`:@@shows.viewers.board.purpose:For your viewers’ phones: the current item, the units left, and how many buyers are waiting.`,
  },
};

const NAME_TEXTS: Record<WinnerNames, string> = {
  none: $localize`:@@shows.viewers.names.none:No names`,
  letters: $localize`:@@shows.viewers.names.letters:Initials`,
  full: $localize`:@@shows.viewers.names.full:Full names`,
};

/** Creates, changes, and ends the links to a show's overlay and board. */
@Component({
  selector: 'app-viewer-links',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon, LoadFailed, MisclickGuard, DayAndTimePipe, StoredChoice],
  templateUrl: './viewer-links.html',
})
export class ViewerLinks {
  private readonly api = inject(ViewerPagesApi);
  private readonly notices = inject(Notices);
  private readonly copying = inject(Copying);
  readonly showId = input.required<string>();

  protected readonly kinds = VIEWER_PAGE_KINDS;
  protected readonly texts = KIND_TEXTS;
  protected readonly nameRules = WINNER_NAMES;
  protected readonly nameTexts = NAME_TEXTS;
  protected readonly work = new OneAtATime(({ message }) => {
    this.notices.warn(message);
    return message;
  });
  private readonly newLinks = signal<readonly ViewerPageLink[]>([]);
  protected readonly pages = resource({
    params: () => this.showId(),
    loader: ({ params }) => this.api.list(params),
  });

  protected pageOf(kind: ViewerPageKind): ViewerPage | undefined {
    return this.pages.hasValue() ? this.pages.value().find((page) => page.kind === kind) : undefined;
  }

  protected newLinkOf(kind: ViewerPageKind): ViewerPageLink | undefined {
    return this.newLinks().find((link) => link.kind === kind);
  }

  protected create(kind: ViewerPageKind): Promise<void> {
    return this.attempt(async () => {
      const link = await this.api.create(this.showId(), kind, this.pageOf(kind)?.names);
      this.newLinks.update((links) => [...links.filter((other) => other.kind !== kind), link]);
    });
  }

  protected setNames(kind: ViewerPageKind, names: string): Promise<void> {
    return this.attempt(() => this.api.update(this.showId(), kind, names as WinnerNames));
  }

  protected end(kind: ViewerPageKind): Promise<void> {
    return this.attempt(async () => {
      await this.api.end(this.showId(), kind);
      this.newLinks.update((links) => links.filter((link) => link.kind !== kind));
      this.notices.show($localize`:@@shows.viewers.ended:The link no longer works.`);
    });
  }

  protected copy({ link }: ViewerPageLink): Promise<boolean> {
    return this.copying.copy(link, $localize`:@@shows.viewers.link.subject:Link`);
  }

  private async attempt(act: () => Promise<unknown>): Promise<void> {
    await this.work.run(() => act().finally(() => this.pages.reload()));
  }
}
