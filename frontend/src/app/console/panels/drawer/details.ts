import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Buyer, Claim, Comment, Item } from '@sellary/contracts';
import { BuyerCard } from '../buyers/buyer-card';
import { ItemDetail } from '../items/item-detail';
import { CommentWhy } from '../why/comment-why';
import { Why } from '../why/why';

/** Shows an item or a buyer, or explains a claim or a comment. Only one input is set. */
@Component({
  selector: 'app-details',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BuyerCard, CommentWhy, ItemDetail, Why],
  template: `
    @if (item(); as item) {
      <!-- Another object gets a new component, so that nothing about the one before it stays visible. -->
      @for (shown of [item]; track shown.id) {
        <app-item-detail [item]="shown" />
      }
    } @else if (claim(); as claim) {
      @for (shown of [claim]; track shown.id) {
        <app-why [claim]="shown" />
      }
    } @else if (comment(); as comment) {
      @for (shown of [comment]; track shown.id) {
        <app-comment-why [comment]="shown" />
      }
    } @else if (buyer(); as buyer) {
      <app-buyer-card [buyer]="buyer" />
    }
  `,
  host: { class: 'block' },
})
export class Details {
  readonly item = input<Item | null>(null);
  readonly claim = input<Claim | null>(null);
  readonly comment = input<Comment | null>(null);
  readonly buyer = input<Buyer | null>(null);
}
