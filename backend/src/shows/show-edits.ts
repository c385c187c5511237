import { Injectable } from '@nestjs/common';
import type { Show, UpdateShowRequest } from '@sellary/contracts';
import { actorOf, auditedBy, type Principal } from '../auth';
import { ApiError, recordAudit } from '../kernel';
import { BroadcastLinks } from './broadcast-links';
import { PolicyChanges } from './rules/policy-changes';
import { rulesOf } from './rules/show-rules';
import { changeCurrency } from './show-currency';
import { readShow, sourcesOf, withoutRepeatedRules } from './show-row';
import { ShowTransactions } from './show-transactions';
import { bindSources, replaceSources } from './sources';
import { STATUS_TEXTS } from './status-texts';

/** Changes a show's name, currency, broadcasts, and rules. */
@Injectable()
export class ShowEdits {
  constructor(
    private readonly showTransactions: ShowTransactions,
    private readonly links: BroadcastLinks,
    private readonly policyChanges: PolicyChanges,
  ) {}

  /**
   * Changes a show. New rules apply from the next comment. After a change of the policy, free units may go to
   * buyers in line.
   * @throws ApiError NOT_FOUND, VALIDATION_FAILED, LIVE_ALREADY_BOUND, SHOW_HAS_PRICES (see
   * `changeCurrency`), INVALID_TRANSITION (`sources` given, but the show is neither a draft nor paused)
   */
  async update(
    principal: Principal,
    showId: string,
    { name, sources: requestedSources, currency, ...rules }: UpdateShowRequest,
  ): Promise<Show> {
    const newSources =
      requestedSources === undefined
        ? undefined
        : await this.links.completeSources(principal.workspaceId, requestedSources);
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const { tx } = show;
      const before = await readShow(tx, principal.workspaceId, showId);
      if (newSources !== undefined) {
        if (!['draft', 'paused'].includes(show.row.status)) {
          throw new ApiError(
            'INVALID_TRANSITION',
            `This show ${STATUS_TEXTS[show.row.status][0]}. Its sources can be replaced only while it's a draft or paused.`,
          );
        }
        await replaceSources(tx, principal.workspaceId, showId, newSources);
        if (show.row.status === 'paused') await bindSources(tx, showId, { allowNone: true });
      }
      const actor = actorOf(principal);
      if (name !== undefined) show.change({ name });
      if (currency !== undefined) await changeCurrency(show, currency);
      const { policy } = rulesOf(show.row);
      if (Object.keys(rules).length > 0) show.changeRules(rules, actor);
      if (rulesOf(show.row).policy !== policy) await this.policyChanges.complete(show, actor);
      const after = show.changedShow(await sourcesOf(tx, showId));
      show.record('show.updated', { show: after }, actor);
      await recordAudit(tx, {
        ...auditedBy(principal, show.at),
        action: 'show.update',
        entityType: 'show',
        entityId: showId,
        showId,
        before: before && withoutRepeatedRules(before),
        after: withoutRepeatedRules(after),
      });
      return after;
    });
  }
}
