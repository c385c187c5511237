import { Injectable } from '@nestjs/common';
import type { Actor } from '@sellary/contracts';
import type { LockedShow } from '../locked-show';

/** Completes a change of a show's policy in the same transaction. */
type PolicyFollower = (show: LockedShow, actor: Actor) => Promise<void>;

/** Tells the claim engine, which registers at startup, that an operator has changed a show's policy. */
@Injectable()
export class PolicyChanges {
  private readonly followers: PolicyFollower[] = [];

  follow(follower: PolicyFollower): void {
    this.followers.push(follower);
  }

  async complete(show: LockedShow, actor: Actor): Promise<void> {
    for (const follower of this.followers) await follower(show, actor);
  }
}
