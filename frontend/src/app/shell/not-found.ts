import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';

@Component({
  selector: 'app-not-found',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, RouterLink, MatButton],
  template: `
    <h1 class="sr-only">Not found</h1>
    <app-empty-state icon="search_off" heading="There is no such page" text="The link may be old, or what it led to was deleted.">
      <a matButton="filled" routerLink="/">To the dashboard</a>
    </app-empty-state>
  `,
})
export class NotFound {}
