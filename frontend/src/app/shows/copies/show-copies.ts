import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import type { Show, ShowTemplate } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { LateDialogs } from '../../ui/late-dialogs';
import { Notices } from '../../ui/notices';

type Named = Pick<Show, 'id' | 'name'>;

/** Starts another show from a show, and saves shows as templates. */
@Injectable({ providedIn: 'root' })
export class ShowCopies {
  private readonly dialogs = inject(LateDialogs);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);

  /** Asks what to copy, and opens the page of the copy. */
  async copy(show: Named): Promise<void> {
    const dialog = await this.dialogs.open<unknown, Named, Show>(
      async () => (await import('./copy-show-dialog')).CopyShowDialog,
      { data: show, width: '40rem' },
    );
    const made = dialog === null ? undefined : await firstValueFrom(dialog.afterClosed());
    if (made === undefined) return;
    this.notices.say($localize`:@@shows.copy.done:Show copied. Now add its live videos.`);
    await this.router.navigate(['/shows', made.id]);
  }

  async saveAsTemplate(show: Named & { stats: Pick<Show['stats'], 'items'> }): Promise<void> {
    const dialog = await this.dialogs.open<unknown, typeof show, ShowTemplate>(
      async () => (await import('./save-template-dialog')).SaveTemplateDialog,
      { data: show, width: '28rem' },
    );
    const saved = dialog === null ? undefined : await firstValueFrom(dialog.afterClosed());
    if (saved) this.notices.say($localize`:@@shows.template.saved:Template saved`);
  }
}
