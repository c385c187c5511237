import { ChangeDetectionStrategy, Component, inject, input, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import {
  VIEWER_PAGE_KINDS,
  type ViewerPage,
  type ViewerPageKind,
  type ViewerPageLink,
  WINNER_NAMES,
  type WinnerNames,
} from '@sellary/contracts';
import { ViewerPagesApi } from '../api/viewer-pages-api';
import { askToConfirm } from '../ui/confirm-dialog';
import { Copying } from '../ui/copying';
import { Icon } from '../ui/icon';
import { LoadFailed } from '../ui/load-failed';
import { MisclickGuard } from '../ui/misclick-guard';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { DayAndTimePipe } from '../ui/times';
import { StoredChoice } from './stored-choice';

interface KindTexts {
  name: string;
  purpose: string;
  /** Consequence of replacing or turning off the link, for the confirmation. */
  ifReplaced: string;
  ifEnded: string;
}

const KIND_TEXTS: Record<ViewerPageKind, KindTexts> = {
  overlay: {
    name: $localize`:@@shows.viewers.overlay:Overlay`,
    purpose: $localize`:@@shows.viewers.overlay.purpose:On top of your broadcast: add the link to OBS as a browser source, 1920 × 1080 or 1080 × 1920.`,
    ifReplaced: $localize`:@@shows.viewers.overlay.replace-text:The overlay disappears from your broadcast until you put the new link into OBS.`,
    ifEnded: $localize`:@@shows.viewers.overlay.end-text:The overlay disappears from your broadcast. This link will never work again: to show the overlay again, put a new link into OBS.`,
  },
  board: {
    name: $localize`:@@shows.viewers.board:Board`,
    purpose: $localize`:@@shows.viewers.board.purpose:For your viewers’ phones: the current item, the units left, and how many buyers are waiting.`,
    ifReplaced: $localize`:@@shows.viewers.board.replace-text:The board stops working on your viewers’ phones until they open the new link.`,
    ifEnded: $localize`:@@shows.viewers.board.end-text:The board stops working on your viewers’ phones. This link will never work again: to show the board again, share a new link.`,
  },
};

const NAME_TEXTS: Record<WinnerNames, string> = {
  none: $localize`:@@shows.viewers.names.none:No names`,
  letters: $localize`:@@shows.viewers.names.letters:Initials`,
  full: $localize`:@@shows.viewers.names.full:Full names`,
};

const KEEP_LINK = $localize`:@@shows.viewers.keep:Keep link`;

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
  private readonly dialog = inject(MatDialog);
  readonly showId = input.required<string>();

  protected readonly kinds = VIEWER_PAGE_KINDS;
  protected readonly texts = KIND_TEXTS;
  protected readonly nameRules = WINNER_NAMES;
  protected readonly nameTexts = NAME_TEXTS;
  protected readonly work = new OneAtATime();
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

  protected async replace(kind: ViewerPageKind): Promise<void> {
    const isConfirmed = await askToConfirm(this.dialog, {
      heading: $localize`:@@shows.viewers.replace-question:Replace the link?`,
      text: KIND_TEXTS[kind].ifReplaced,
      yes: $localize`:@@shows.viewers.replace:Replace link`,
      no: KEEP_LINK,
    });
    if (isConfirmed) await this.create(kind);
  }

  protected create(kind: ViewerPageKind): Promise<void> {
    return this.attempt($localize`:@@shows.viewers.not-created:Link not created`, async () => {
      const link = await this.api.create(this.showId(), kind, this.pageOf(kind)?.names);
      this.newLinks.update((links) => [...links.filter((other) => other.kind !== kind), link]);
    });
  }

  protected setNames(kind: ViewerPageKind, names: string): Promise<void> {
    return this.attempt($localize`:@@shows.page.notice.not-saved:Not saved`, () =>
      this.api.update(this.showId(), kind, names as WinnerNames),
    );
  }

  protected async end(kind: ViewerPageKind): Promise<void> {
    const isConfirmed = await askToConfirm(this.dialog, {
      heading: $localize`:@@shows.viewers.end-question:Turn off the link?`,
      text: KIND_TEXTS[kind].ifEnded,
      yes: $localize`:@@shows.viewers.end-yes:Turn off link`,
      no: KEEP_LINK,
    });
    if (!isConfirmed) return;
    await this.attempt($localize`:@@shows.viewers.not-ended:Link not turned off`, async () => {
      await this.api.end(this.showId(), kind);
      this.newLinks.update((links) => links.filter((link) => link.kind !== kind));
      this.notices.show($localize`:@@shows.viewers.ended:The link no longer works.`);
    });
  }

  protected copy({ link }: ViewerPageLink): Promise<boolean> {
    return this.copying.copy(link, $localize`:@@shows.viewers.link.subject:Link`);
  }

  /** @param failure what did not happen if the act fails */
  private async attempt(failure: string, act: () => Promise<unknown>): Promise<void> {
    await this.work.run(
      () => act().finally(() => this.pages.reload()),
      (error) => {
        this.notices.fail(error, failure);
        return failure;
      },
    );
  }
}
