import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';

@Component({
  selector: 'app-not-found',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, RouterLink, MatButton],
  template: `
    <h1 class="sr-only" i18n="@@shell.not-found.title">Not found</h1>
    <app-empty-state
      icon="search_off"
      i18n-heading="@@shell.not-found.heading"
      heading="This page does not exist"
      i18n-text="@@shell.not-found.text"
      text="The link may be incomplete, or the page may have been deleted."
    >
      <a matButton="filled" routerLink="/" i18n="@@shell.not-found.dashboard">Go to the dashboard</a>
    </app-empty-state>
  `,
})
export class NotFound {}
