import { isActiveClaim } from '../../../api/active-claim';
import { BLOCK_RULES, type Claim, type Comment, type Item, NEEDS_VARIANT_RULE } from '@sellary/contracts';
import { buyerName } from '../../../ui/buyer-name';
import { clock } from '../../../ui/times';
import { isPartlyClaimed } from '../../state/feed-row';
import { type Stock, numberOf, stockOf, unitsLeft } from '../../state/stock-lines';
import { lastUnitReply, replies } from './replies';
import { reviewReason } from './review-reason';
import { isEndingRule, refusalRuleSentence, reviewRuleSentence, ruleSentence } from './rule-sentence';
import { timeText } from './time-text';
import { actorName } from '../../../ui/actor-name';

/** The facts that explain a claim's status. */
interface ClaimFacts {
  claim: Claim;
  item: Item | null;
  /** Claims that won a unit, in order. */
  winners: readonly Claim[];
  /** Current place in line, or null if the claim is not waiting. */
  position: number | null;
}

interface Explanation {
  /**
   * Comparison such as "Written 1.4 s after the winning comment", or a sentence about how the claim ended.
   */
  comparison: string | null;
  /**
   * Another buyer's claim that won the last unit, if this claim waits because no units are left. Otherwise null.
   */
  rival: Claim | null;
  /** A reply to the buyer, ready to paste. */
  answer: string;
}

export function explain({ claim, item, winners, position }: ClaimFacts): Explanation {
  const lastWinner = winners.at(-1) ?? null;
  const isRival =
    claim.status === 'waitlist' &&
    soldOutStock(claim, item) !== null &&
    lastWinner?.buyer.id !== claim.buyer.id;
  const rival = isRival ? lastWinner : null;
  return {
    comparison: isActiveClaim(claim)
      ? rival && comparisonSentence(claim, rival)
      : endSentence(claim, winners),
    rival,
    answer: replyTo({ claim, item, winners, position }, rival),
  };
}

/** The units of the claim's item or variant, or null if some are left or the item is unknown. */
function soldOutStock({ variant }: Claim, item: Item | null): Stock | null {
  const stock = item && stockOf(item, variant);
  return stock && unitsLeft(stock) <= 0 ? stock : null;
}

/** Describes how and when the claim ended, and who has the unit now if it went to one buyer. */
function endSentence(claim: Claim, winners: readonly Claim[]): string {
  const time = clock(claim.updatedAt);
  const sentence =
    claim.status === 'closed'
      ? $localize`:@@console.end.closed:The item was withdrawn at ${time}:time:.`
      : claim.status === 'passed'
        ? $localize`:@@console.end.passed:The buyer passed at ${time}:time:.`
        : claim.actor === null || isEndingRule(claim.why.rule)
          ? $localize`:@@console.end.released:This claim was released at ${time}:time:.`
          : $localize`:@@console.end.released-by:${actorName(claim.actor)}:operator: released this claim at ${time}:time:.`;
  // A unit is freed and given away in one transaction, so both claims have the same time.
  const [next, ...others] = winners.filter(
    ({ why, updatedAt }) => why.rule === 'unit_freed' && updatedAt === claim.updatedAt,
  );
  return next === undefined || others.length > 0
    ? sentence
    : `${sentence} ${$localize`:@@console.end.has-unit:${buyerName(next.buyer)}:buyer: has the unit now.`}`;
}

/** A claim's fair time in ms: its claim time minus the source's viewer delay. */
const fairMs = ({ why: { claimTime, fairTime } }: Claim): number => Date.parse(fairTime ?? claimTime);

/** True if viewer delays change the time between the two claims, so that viewers cannot check it themselves. */
const hasCountedGap = (claim: Claim, rival: Claim): boolean =>
  fairMs(claim) - fairMs(rival) !== Date.parse(claim.why.claimTime) - Date.parse(rival.why.claimTime);

/** Compares the times of two comments. */
export function comparisonSentence(claim: Claim, rival: Claim): string {
  if (rival.why.rule === 'awarded') {
    return rival.actor
      ? $localize`:@@console.gap.awarded-by:${actorName(rival.actor)}:operator: awarded the last unit`
      : $localize`:@@console.gap.awarded:An operator awarded the last unit`;
  }
  const ms = fairMs(claim) - fairMs(rival);
  const isCounted = hasCountedGap(claim, rival);
  if (ms === 0) {
    if (isCounted) {
      return $localize`:@@console.gap.counted-same-time:Counts as written at the same time as the winning comment, but arrived after it`;
    }
    return $localize`:@@console.gap.same-time:Written at the same time as the winning comment, but arrived after it`;
  }
  if (ms > 0) {
    return isCounted
      ? $localize`:@@console.gap.counted-after:Counts as written ${timeText(ms)}:duration: after the winning comment`
      : $localize`:@@console.gap.after:Written ${timeText(ms)}:duration: after the winning comment`;
  }
  const sentence = isCounted
    ? $localize`:@@console.gap.counted-before:Counts as written ${timeText(-ms)}:duration: before ${buyerName(rival.buyer)}:rival:, who has the last unit.`
    : $localize`:@@console.gap.before:Commented ${timeText(-ms)}:duration: before ${buyerName(rival.buyer)}:rival:, who has the last unit.`;
  return `${sentence} ${ruleSentence(rival.why.rule)}`;
}

function replyTo({ claim, item, winners, position }: ClaimFacts, rival: Claim | null): string {
  const buyer = buyerName(claim.buyer);
  const number = `#${numberOf(claim)}`;
  const asked = claim.quantityAsked ?? 1;
  const won = winners.filter(({ commentId }) => commentId !== null && commentId === claim.commentId).length;
  switch (claim.status) {
    case 'winner':
      return asked > 1
        ? replies.wonUnits(buyer, number, { won, asked }, clock(claim.why.claimTime))
        : replies.won(buyer, number, clock(claim.why.claimTime));
    case 'unmatched':
      return replies.unmatched(buyer, number, clock(claim.why.claimTime));
    case 'passed':
      return replies.passed(buyer, number, clock(claim.updatedAt));
    case 'closed':
      return replies.closed(buyer, number, clock(claim.updatedAt));
    case 'released':
      if (claim.why.rule === NEEDS_VARIANT_RULE) return replies.needsVariant(buyer, number);
      return replies.released(buyer, number, clock(claim.updatedAt));
    case 'pending':
      return replies.pending(buyer, number);
    case 'waitlist': {
      const stock = soldOutStock(claim, item);
      const unitsReply =
        stock === null
          ? replies.notSoldOut(buyer, number)
          : replies.units(buyer, number, stock.totalQuantity);
      const units = asked > 1 ? `${unitsReply} ${replies.unitsSoFar({ won, asked })}` : unitsReply;
      if (!rival || !stock) return `${units} ${replies.place(position)}`;
      const ms = fairMs(claim) - fairMs(rival);
      const lastUnit = {
        totalUnits: stock.totalQuantity,
        rival: buyerName(rival.buyer),
        time: clock(rival.why.claimTime),
        later: ms > 0 ? timeText(ms) : null,
        isCounted: hasCountedGap(claim, rival),
        position,
      };
      return `${units} ${lastUnitReply(lastUnit)}`;
    }
  }
}

/** Explains why a comment made no claim, or fewer claims than it asked for. */
export function explainComment(comment: Comment): string {
  switch (comment.outcome) {
    case 'duplicate_user':
    case 'over_limit':
      return ruleSentence(comment.outcome);
    case 'item_withdrawn':
      return $localize`:@@console.comment.item-withdrawn:The item was withdrawn when this comment was decided, so it could not be claimed.`;
    case 'blocked':
      return refusalRuleSentence(BLOCK_RULES.refuse);
    case 'refused':
      return comment.why === undefined
        ? $localize`:@@console.comment.ended:This comment’s claims ended before they were decided.`
        : refusalRuleSentence(comment.why.rule);
    case 'review':
      return comment.why === undefined
        ? reviewReason(comment.parsed.reason)
        : reviewRuleSentence(comment.why.rule);
    case 'outside_show':
      return $localize`:@@console.comment.outside-show:The show was not live when the comment was written: before the start, during a pause, or after the end.`;
    case 'no_active_claim':
      return $localize`:@@console.comment.nothing-to-pass:The buyer passed, but had no claim on this number.`;
    case 'ignored':
      return $localize`:@@console.comment.chatter:The comment does not ask for an item.`;
    case 'host':
      return $localize`:@@console.comment.host:The host wrote this comment. A host cannot claim items.`;
    case 'winner':
    case 'waitlist':
    case 'pending':
    case 'item_not_found':
    case 'passed': {
      const partlyClaimed = comment.outcomes?.find(isPartlyClaimed);
      if (partlyClaimed !== undefined) {
        return $localize`:@@console.comment.cut:The comment asked for ${partlyClaimed.quantity}:count: units of #${partlyClaimed.item}:number:, but a limit of this show allowed only ${partlyClaimed.claimIds.length}:claimed:.`;
      }
      return $localize`:@@console.comment.counted:The comment counts.`;
    }
  }
}
