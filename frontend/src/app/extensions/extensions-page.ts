import { ChangeDetectionStrategy, Component, computed, inject, resource } from '@angular/core';
import type { ExtensionInfo } from '@sellary/contracts';
import { ExtensionsApi } from '../api/extensions-api';
import { SessionStore } from '../auth/session-store';
import { EmptyState } from '../ui/empty-state';
import { NotLoaded } from '../ui/not-loaded';
import { ExtensionCard } from './extension-card';

/** Page with the server's extensions, and with their health, switches, and settings in this workspace. */
@Component({
  selector: 'app-extensions-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, ExtensionCard, NotLoaded],
  template: `
    <section class="card max-w-3xl" aria-labelledby="extensions-heading">
      <div class="p-5 sm:px-6">
        <h2 id="extensions-heading" class="text-base!" i18n="@@extensions.heading">Extensions</h2>
        <p class="mt-0.5 text-soft" i18n="@@extensions.lead">
          Extensions add platforms, rules, and connections to other systems.
        </p>
        @if (list.hasValue() && list.value().length > 0) {
          <p class="mt-2 text-soft" i18n="@@extensions.scope">
            Turning an extension on or off affects this workspace only. While it is off, it receives no
            events, and it will skip those events when you turn it on again.
          </p>
        }
        @if (!mayEdit()) {
          <p class="mt-2 text-soft" i18n="@@extensions.read-only">
            Only admins and owners can change these settings.
          </p>
        }
      </div>
      @if (list.hasValue()) {
        <div class="divide-y divide-line border-t border-line empty:hidden">
          @for (extension of list.value(); track extension.name) {
            <app-extension-card
              [extension]="extension"
              [mayEdit]="mayEdit()"
              (changed)="replace($event)"
              (stale)="list.reload()"
            />
          } @empty {
            <app-empty-state
              icon="hub"
              i18n-heading="@@extensions.empty.heading"
              heading="This server has no extensions"
              i18n-text="@@extensions.empty.text"
              text="To add an extension, ask your server administrator to list it in the EXTENSIONS setting and restart the server."
            />
          }
        </div>
      } @else {
        <app-not-loaded
          [resource]="list"
          i18n-failed="@@extensions.failed"
          failed="The extensions could not be loaded"
          i18n-loading="@@extensions.loading"
          loading="Loading the extensions"
          loadingClass="flex flex-col gap-3 border-t border-line p-5 sm:px-6"
        >
          <span class="skeleton h-10"></span><span class="skeleton h-10 w-2/3"></span>
        </app-not-loaded>
      }
    </section>
  `,
})
export class ExtensionsPage {
  private readonly api = inject(ExtensionsApi);
  private readonly session = inject(SessionStore);
  protected readonly mayEdit = computed(() => this.session.mayAct('admin'));
  protected readonly list = resource({
    params: () => this.session.workspace()?.id,
    loader: () => this.api.list(),
  });

  protected replace(changed: ExtensionInfo): void {
    this.list.update((before) => before?.map((other) => (other.name === changed.name ? changed : other)));
  }
}
