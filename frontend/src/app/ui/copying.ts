import { Clipboard as SelectionClipboard } from '@angular/cdk/clipboard';
import { DOCUMENT, Injectable, inject } from '@angular/core';
import { LazyDialogs } from './lazy-dialogs';
import { Notices } from './notices';

/**
 * Copies text for a user. Pages served over plain http on a local network have no clipboard, so there are two
 * fallbacks.
 */
@Injectable({ providedIn: 'root' })
export class Copying {
  private readonly clipboard: Clipboard | undefined = inject(DOCUMENT).defaultView?.navigator.clipboard;
  private readonly selection = inject(SelectionClipboard);
  private readonly notices = inject(Notices);
  private readonly dialogs = inject(LazyDialogs);

  /**
   * Copies text and announces it. If the browser does not allow copying, a dialog shows the text preselected.
   * @param subject the subject of the announcement: "Link", "Answer"
   * @returns true if the text is on the clipboard
   */
  async copy(text: string, subject: string): Promise<boolean> {
    if ((await this.write(text)) || this.selection.copy(text)) {
      this.notices.show($localize`:@@ui.copy.done:${subject}:what: copied`);
      return true;
    }
    await this.dialogs.open(async () => (await import('./copy-dialog')).CopyDialog, {
      data: text,
      width: '32rem',
    });
    return false;
  }

  private async write(text: string): Promise<boolean> {
    if (!this.clipboard) return false;
    try {
      await this.clipboard.writeText(text);
      return true;
    } catch {
      return false;
    }
  }
}
