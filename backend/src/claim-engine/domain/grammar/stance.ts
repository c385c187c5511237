import type { ActElement, Element, FlagElement } from './element';
import { Strength } from './roles';

type PlacedFlag = Extract<Element, FlagElement>;
type PlacedAct = Extract<Element, ActElement>;

/** Conclusion drawn from a comment's flags. */
type Stance =
  | { kind: 'claiming'; doubts: string[] }
  | { kind: 'chatter'; reason: string }
  | { kind: 'unsettled'; reason: string };

/** Decides whether the viewer is claiming, asking, denying, or reporting. */
export function stanceOf(elements: readonly Element[]): Stance {
  const acts = elements.filter((element): element is PlacedAct => element.kind === 'act');
  const flags = elements.filter((element): element is PlacedFlag => element.kind === 'flag');
  const actClauses = new Set(acts.map((act) => act.clause));
  const firstItem = elements.find((element) => element.kind === 'item');
  const firstAct = acts[0];
  const claimEnd = firstAct && firstItem ? Math.max(firstAct.end, firstItem.end) : Number.MAX_SAFE_INTEGER;
  const wordComesFirst =
    firstAct !== undefined && firstItem !== undefined && firstAct.start < firstItem.start;
  const doubts: string[] = [];
  let unsettled: string | null = null;
  let questionClause: number | null = null;

  for (const flag of flags) {
    const hasAct = actClauses.has(flag.clause);
    // The words after "if" are a condition, not a statement.
    if (unsettled === 'condition' && flag.start > claimEnd) continue;
    switch (flag.flag) {
      case 'question':
        if (!flag.spoken && wordComesFirst) doubts.push('question-mark');
        // In "mine 60 or 61, whichever there is", "whichever" is not a question. "how much is it" has several
        // question words, but it is one question.
        else if (
          wordComesFirst &&
          flag.start > claimEnd &&
          (unsettled === 'alternatives' || questionClause === flag.clause)
        ) {
          doubts.push('question-beside');
        } else if (wordComesFirst && flag.start > claimEnd && asksAboutItem(elements, flag, firstAct)) {
          doubts.push('question-beside');
          questionClause = flag.clause;
        } else if (hasAct || flag.start < claimEnd) return { kind: 'chatter', reason: 'question' };
        else doubts.push('question-beside');
        break;
      case 'asking':
        if (joinsItemToWord(elements, flag)) break;
        if (hasAct && (flag.start < claimEnd || !firstItem) && opensClause(elements, flag)) {
          return { kind: 'chatter', reason: 'question' };
        }
        doubts.push('asking-word');
        break;
      case 'not':
        // "if nobody else wants it sold 40"
        if (unsettled === 'condition' && flag.start < claimEnd) break;
        if (explainsPass(elements, flag, claimEnd) || questionClause === flag.clause) break;
        // "pass on everything except 12"
        if (unsettled === 'all-items' || isAllBut(elements, flag)) {
          unsettled ??= 'all-items';
          break;
        }
        if (hasAct && flag.start >= claimEnd && acts.every(({ act }) => act === 'pass')) {
          doubts.push('negation-beside');
          break;
        }
        if (
          hasAct &&
          !hasEarlierClaim(elements, flag) &&
          (flag.start < claimEnd || endsClause(elements, flag))
        ) {
          return { kind: 'chatter', reason: 'negation' };
        }
        doubts.push('negation-beside');
        break;
      case 'story':
        // "if she cancels 27"
        if (unsettled === 'condition' && isFollowedByRelease(elements, flag)) break;
        if (explainsPass(elements, flag, claimEnd)) break;
        // "sold 14 oh wait I already have that one"
        if (hasAct && wordComesFirst && flag.start > claimEnd && followsCorrection(flags, flag)) {
          doubts.push('correction');
          break;
        }
        // "sold 60 in S or M whichever you have"
        if (hasAct && wordComesFirst && flag.start > claimEnd && unsettled === 'alternatives') break;
        if (hasAct) return { kind: 'chatter', reason: 'story' };
        doubts.push('story-beside');
        break;
      case 'subject':
      case 'my':
      case 'recipient': {
        // "sold everything from 55 to 58"
        if (flag.flag === 'recipient' && opensRange(elements, flag)) break;
        // "sold 12 I've been waiting for it"
        const attribution =
          flag.flag === 'subject' && wordComesFirst && flag.start > claimEnd
            ? null
            : attributionOf(flag, acts, elements);
        if (attribution === 'story') return { kind: 'chatter', reason: 'story' };
        if (attribution === 'doubt') doubts.push('story-beside');
        break;
      }
      case 'anymore':
        // In "je passe la 14 finalement", "finalement" is part of the pass.
        if (flag.spoken && acts.some(({ act }) => act !== 'pass')) doubts.push('completion-word');
        break;
      case 'condition':
      case 'joke':
        unsettled ??= flag.flag;
        break;
      case 'range':
        unsettled ??= 'range';
        break;
      case 'or':
        // "sold 39? or did someone get it already"
        if (flag.start > claimEnd && opensClause(elements, flag) && !choosesFrom(elements, flag)) {
          doubts.push('question-beside');
          break;
        }
        unsettled ??= 'alternatives';
        break;
      case 'all':
        if (!firstItem) unsettled ??= 'all-items';
        doubts.push('all-items');
        break;
      case 'doubt':
        doubts.push('doubtful-word');
        break;
      case 'exchange':
        break;
      case 'star':
      case 'correction':
        doubts.push('correction');
        break;
    }
  }
  return unsettled ? { kind: 'unsettled', reason: unsettled } : { kind: 'claiming', doubts };
}

/** True for a question about the item ("sold 12 what is it made of"), not about the claim ("sold 12 yet"). */
function asksAboutItem(elements: readonly Element[], flag: PlacedFlag, act: PlacedAct): boolean {
  const rest = elements.filter(
    (element) => element.clause === flag.clause && element.start >= flag.start && element !== flag,
  );
  const item = elements.find(({ kind }) => kind === 'item');
  // "chốt 66 vải gì vậy": the topic comes before the question word.
  const hasTopic =
    !act.participle &&
    elements.some(
      ({ kind, clause, start }) =>
        kind === 'unknown' && clause === flag.clause && start > (item?.start ?? flag.start),
    );
  // The Vietnamese question form "có … không" ends with a negation.
  const denied = elements.some(
    (element) =>
      element.kind === 'flag' &&
      element.flag === 'not' &&
      element.clause === flag.clause &&
      !endsClause(elements, element),
  );
  return (
    !denied &&
    (act.participle || act.strength >= Strength.PACK) &&
    (hasTopic ||
      rest.some(
        (element) =>
          element.kind === 'unknown' ||
          element.kind === 'variant' ||
          // A claim word that is not a participle may ask whether the item is available: "mine 12 pa po ba".
          (act.participle && element.kind === 'flag' && element.spoken),
      ))
  );
}

/** True if an earlier clause contains a complete claim, so the denial may be about something else. */
function hasEarlierClaim(elements: readonly Element[], flag: PlacedFlag): boolean {
  const earlier = elements.filter((element) => element.clause < flag.clause);
  return (
    earlier.some((element) => element.kind === 'act') && earlier.some((element) => element.kind === 'item')
  );
}

function opensClause(elements: readonly Element[], flag: PlacedFlag): boolean {
  const first = elements.find(
    (element) =>
      element.clause === flag.clause &&
      !(
        element.kind === 'clause' ||
        element.kind === 'newline' ||
        element.kind === 'join' ||
        (element.kind === 'flag' && element.flag === 'subject')
      ),
  );
  return first === flag;
}

/** "from 55 to 58": the word comes before a range, not a recipient. */
function opensRange(elements: readonly Element[], flag: PlacedFlag): boolean {
  const [item, range] = elements.slice(elements.indexOf(flag) + 1);
  return item?.kind === 'item' && range?.kind === 'flag' && range.flag === 'range';
}

/** True for "12 is mine", which claims; false for "12 is sold", which reports. */
function joinsItemToWord(elements: readonly Element[], flag: PlacedFlag): boolean {
  const place = elements.indexOf(flag);
  const after = elements[place + 1];
  return (
    elements[place - 1]?.kind === 'item' &&
    after?.kind === 'act' &&
    !after.participle &&
    after.act === 'claim'
  );
}

/** "pass 203, my hubby said no": after a complete pass, a denial that names nothing explains the pass. */
function explainsPass(elements: readonly Element[], flag: PlacedFlag, claimEnd: number): boolean {
  if (flag.start < claimEnd || elements.some((element) => element.kind === 'act' && element.act !== 'pass')) {
    return false;
  }
  const place = elements.indexOf(flag);
  const before = elements[place - 1];
  // "pass 12 no" may take back the pass.
  if (before?.kind === 'item' || before?.kind === 'clause' || before?.kind === 'newline') return false;
  // "12番キャンセルしません": "I do not cancel 12"
  if (before?.kind === 'act' && before.end === flag.start) return false;
  return !elements
    .slice(place)
    .some(({ kind }) => ['act', 'item', 'variant', 'suspect', 'unknown'].includes(kind));
}

/** True if a word before the flag corrects the claim. */
function followsCorrection(flags: readonly PlacedFlag[], flag: PlacedFlag): boolean {
  return flags.some(
    (other) => other.flag === 'correction' && other.clause === flag.clause && other.start < flag.start,
  );
}

/** True if "or" is followed by something to choose. */
function choosesFrom(elements: readonly Element[], flag: PlacedFlag): boolean {
  return elements.some(
    ({ kind, start }) =>
      start > flag.start && ['act', 'item', 'variant', 'quantity', 'suspect'].includes(kind),
  );
}

/** "everything except 12" */
function isAllBut(elements: readonly Element[], flag: PlacedFlag): boolean {
  const before = elements.filter(({ clause, start }) => clause === flag.clause && start < flag.start);
  return (
    before.some((element) => element.kind === 'flag' && element.flag === 'all') &&
    !before.some(({ kind }) => kind === 'item')
  );
}

/** "if she cancels 27": the condition is that the item becomes available. */
function isFollowedByRelease(elements: readonly Element[], flag: PlacedFlag): boolean {
  const next = elements.find((element) => element.kind === 'act' && element.start > flag.start);
  return next?.kind === 'act' && next.act !== 'claim';
}

/** "ich nehme die 12 nicht": nothing important follows the negation. */
function endsClause(elements: readonly Element[], flag: PlacedFlag): boolean {
  return !elements.some(
    (element) =>
      element.clause === flag.clause &&
      element.start > flag.start &&
      (['act', 'item', 'variant', 'unknown', 'suspect'].includes(element.kind) ||
        (element.kind === 'flag' && element.flag === 'joke')),
  );
}

/**
 * Recognizes a report: a participle with a subject, possessive, or recipient ("I sold 2", "sold my 12", "sold
 * 12 to Amy").
 */
function attributionOf(
  flag: PlacedFlag,
  acts: readonly PlacedAct[],
  elements: readonly Element[],
): 'story' | 'doubt' | null {
  const act = acts.find((other) => other.clause === flag.clause && other.participle);
  if (!act) return null;
  if (flag.flag === 'recipient') return 'story';
  if (flag.flag === 'subject') return flag.start < act.start ? 'story' : 'doubt';
  if (flag.start < act.start) return 'doubt';
  const itemBetween = elements.some(
    (element) => element.kind === 'item' && element.clause === flag.clause && element.start < flag.start,
  );
  return itemBetween ? null : 'story';
}
