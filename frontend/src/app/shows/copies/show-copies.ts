import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Show, ShowTemplate } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { LazyDialogs } from '../../ui/lazy-dialogs';
import { Notices } from '../../ui/notices';

type NamedShow = Pick<Show, 'id' | 'name'>;

/** Copies shows, and saves them as templates. */
@Injectable({ providedIn: 'root' })
export class ShowCopies {
  private readonly dialogs = inject(LazyDialogs);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);

  /** Asks what to copy, and opens the copy's page. */
  async copy(show: NamedShow): Promise<void> {
    const dialog = await this.dialogs.open<unknown, NamedShow, Show>(
      async () => (await import('./copy-show-dialog')).CopyShowDialog,
      { data: show, width: '40rem' },
    );
    const copy = dialog === null ? undefined : await firstValueFrom(dialog.afterClosed());
    if (copy === undefined) return;
    this.notices.show($localize`:@@shows.copy.done:Show copied. Now add its live videos.`);
    await this.router.navigate(['/shows', copy.id]);
  }

  async saveAsTemplate(show: NamedShow & { stats: Pick<Show['stats'], 'items'> }): Promise<void> {
    const dialog = await this.dialogs.open<unknown, typeof show, ShowTemplate>(
      async () => (await import('./save-template-dialog')).SaveTemplateDialog,
      { data: show, width: '28rem' },
    );
    const template = dialog === null ? undefined : await firstValueFrom(dialog.afterClosed());
    if (template) this.notices.show($localize`:@@shows.template.saved:Template saved`);
  }
}
