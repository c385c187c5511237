import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { type ShowTemplate, TITLE_DATE } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { TemplatesApi } from '../../api/templates-api';
import { SessionStore } from '../../auth/session-store';
import { formatNumber } from '../../i18n/format-locale';
import { askToConfirm } from '../../ui/confirm-dialog';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { LazyDialogs } from '../../ui/lazy-dialogs';
import { NotLoaded } from '../../ui/not-loaded';
import { LoadMore } from '../../ui/load-more';
import { Notices } from '../../ui/notices';
import { OneAtATime } from '../../ui/one-at-a-time';
import { paged } from '../../ui/paged';
import { todayText } from '../../ui/times';

const PAGE_SIZE = 50;

/** Page of the workspace's show templates. */
@Component({
  selector: 'app-templates-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, MatButton, EmptyState, Icon, NotLoaded, LoadMore],
  templateUrl: './templates-page.html',
})
export class TemplatesPage {
  private readonly api = inject(TemplatesApi);
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly dialogs = inject(LazyDialogs);
  private readonly notices = inject(Notices);
  protected readonly mayAct = inject(SessionStore).mayAct('operator');
  protected readonly work = new OneAtATime((error) =>
    this.notices.fail(error, $localize`:@@templates.not-created:No show was created`),
  );
  protected readonly list = paged(
    () => ({}),
    (_, cursor) => this.api.list({ limit: PAGE_SIZE, cursor }),
    ({ templates }) => templates,
  );

  protected detail({ title, items, currency }: ShowTemplate): string {
    const count =
      items === 1
        ? $localize`:@@templates.one-item:1 item`
        : $localize`:@@templates.items:${formatNumber(items)}:count: items`;
    const content = items === 0 ? $localize`:@@templates.no-items:Rules only` : count;
    return [title, content, ...(currency === undefined ? [] : [currency.code])].join(' · ');
  }

  protected async createShow({ id, title }: ShowTemplate): Promise<void> {
    await this.work.run(async () => {
      const name = title.replaceAll(TITLE_DATE, todayText());
      const show = await this.api.createShow(id, { name });
      await this.router.navigate(['/shows', show.id]);
    });
  }

  protected async rename(template: ShowTemplate): Promise<void> {
    const { id, name, title } = template;
    const dialog = await this.dialogs.open<unknown, object, ShowTemplate>(
      async () => (await import('./save-template-dialog')).SaveTemplateDialog,
      { data: { id, name, title }, width: '28rem' },
    );
    if (dialog !== null && (await firstValueFrom(dialog.afterClosed())) !== undefined) this.list.reload();
  }

  protected async remove({ id, name }: ShowTemplate): Promise<void> {
    const isConfirmed = await askToConfirm(this.dialog, {
      heading: $localize`:@@templates.delete.heading:Delete the template “${name}:name:”?`,
      text: $localize`:@@templates.delete.text:Shows made from it will be kept. You can't undo this.`,
      yes: $localize`:@@templates.delete.confirm:Delete template`,
      no: $localize`:@@templates.delete.cancel:Keep template`,
    });
    if (!isConfirmed) return;
    try {
      await this.api.remove(id);
      this.list.reload();
    } catch (failure) {
      this.notices.fail(failure, $localize`:@@templates.delete.failed:Not deleted`);
    }
  }
}
