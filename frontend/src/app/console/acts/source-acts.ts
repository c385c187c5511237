import { Injectable, inject } from '@angular/core';
import type { Source, SourceInput } from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { ShowsApi } from '../../api/shows-api';
import type { CurrentSources } from '../../shows/source-picker-dialog';
import { LazyDialogs } from '../../ui/lazy-dialogs';
import { Notices } from '../../ui/notices';
import { platformName } from '../../ui/platform-names';
import { ConsoleStore } from '../state/console-store';
import type { SourceRow } from '../state/needs-rows';
import { ConsoleActs } from './console-acts';
import { doneText } from './done-text';

/** Adds and removes the show's sources. */
@Injectable()
export class SourceActs {
  private readonly api = inject(ShowsApi);
  private readonly store = inject(ConsoleStore);
  private readonly acts = inject(ConsoleActs);
  private readonly notices = inject(Notices);
  private readonly dialogs = inject(LazyDialogs);

  /**
   * Adds the newer broadcast from the source's account, or lets the operator choose a broadcast. If the
   * server's clock was ahead when the show began, pauses and resumes the show, so that comments count
   * immediately.
   */
  async repair({ key, source: { id, problem, successor } }: SourceRow): Promise<boolean> {
    if (problem === 'CLOCK_WAS_AHEAD') return (await this.acts.pause()) && this.acts.resume();
    const failedSource = this.sources.find((source) => source.id === id);
    if (!successor || !failedSource) return this.chooseAndAdd(key);
    const { platform, connectionId } = failedSource;
    const { liveId, url, title } = successor;
    return this.add(
      {
        platform,
        liveId,
        ...(connectionId !== null && { connectionId }),
        ...(url !== undefined && { liveUrl: url }),
      },
      title,
      key,
    );
  }

  add(source: SourceInput, title = platformName(source.platform), objectKey = 'sources'): Promise<boolean> {
    return this.acts.run(
      objectKey,
      $localize`:@@console.failure.source-add:Source not added`,
      async () => {
        await this.api.addSource(this.store.showId(), source);
        this.notices.show(doneText.sourceAdded(title));
      },
      objectKey === 'sources',
    );
  }

  remove(source: Source): Promise<boolean> {
    return this.acts.run(
      'sources',
      $localize`:@@console.failure.source-remove:Source not removed`,
      async () => {
        await this.api.removeSource(this.store.showId(), source.id);
        this.notices.show(doneText.sourceRemoved(platformName(source.platform)));
      },
      true,
    );
  }

  /** Opens the dialog that shows each source's state, and adds and removes sources. */
  manage(): void {
    void this.dialogs.open(async () => (await import('../panels/strip/sources-dialog')).SourcesDialog, {
      data: { store: this.store, acts: this },
      width: '34rem',
    });
  }

  private async chooseAndAdd(objectKey: string): Promise<boolean> {
    const dialog = await this.dialogs.open<unknown, CurrentSources, SourceInput>(
      async () => (await import('../../shows/source-picker-dialog')).SourcePickerDialog,
      { data: this.sources, width: '34rem' },
    );
    const chosen = dialog === null ? undefined : await firstValueFrom(dialog.afterClosed());
    return chosen ? this.add(chosen, platformName(chosen.platform), objectKey) : false;
  }

  private get sources(): readonly Source[] {
    return this.store.state()?.show.sources ?? [];
  }
}
