import { commentCount, unitCount } from '../state/counts';

/** The messages that confirm an act. */
export const doneText = {
  released: (buyer: string, number: string, next: string | undefined): string =>
    next === undefined
      ? $localize`:@@console.done.released:${buyer}:buyer: released from #${number}:number:`
      : $localize`:@@console.done.released-promoted:${buyer}:buyer: released from #${number}:number:. ${next}:next: has it now.`,
  alreadyReleased: (buyer: string, time: string, operator: string | undefined): string =>
    operator === undefined
      ? $localize`:@@console.done.already-released:Another operator already released ${buyer}:buyer: at ${time}:time:. Nothing changed.`
      : $localize`:@@console.done.already-released-by:${operator}:operator: already released ${buyer}:buyer: at ${time}:time:. Nothing changed.`,
  alreadyPassed: (buyer: string, time: string): string =>
    $localize`:@@console.done.already-passed:${buyer}:buyer: already passed at ${time}:time:. Nothing changed.`,
  awarded: (buyer: string, number: string): string =>
    $localize`:@@console.done.awarded:#${number}:number: awarded to ${buyer}:buyer:`,
  alreadyWon: (buyer: string, number: string): string =>
    $localize`:@@console.done.already-won:${buyer}:buyer: already has #${number}:number:`,
  units: (number: string, units: number): string =>
    $localize`:@@console.done.units:#${number}:number: now has ${unitCount(units)}:units:`,
  /** `list` is a list of variants, such as "S 2, M 3". */
  variants: (number: string, list: string): string =>
    $localize`:Units of an item's variants@@console.done.variants:#${number}:number: now has ${list}:variants:`,
  added: (number: string, units: number): string =>
    $localize`:@@console.done.added:Item ${number}:number: added with ${unitCount(units)}:units:`,
  withdrawn: (number: string): string => $localize`:@@console.done.withdrawn:#${number}:number: withdrawn`,
  restored: (number: string): string =>
    $localize`:@@console.done.restored:#${number}:number: is on sale again`,
  won: (buyer: string, number: string): string =>
    $localize`:@@console.done.won:${buyer}:buyer: won #${number}:number:`,
  waits: (buyer: string, number: string, position: number): string =>
    $localize`:@@console.done.waits:${buyer}:buyer: waits for #${number}:number:, position ${position}:rank:`,
  keepsPlace: (buyer: string, number: string): string =>
    $localize`:@@console.done.keeps-place:${buyer}:buyer: keeps a place for #${number}:number:`,
  acceptedWith: (buyer: string, outcome: string): string =>
    $localize`:@@console.done.accepted-with:${buyer}:buyer:’s comment accepted: ${outcome}:outcome:`,
  accepted: (comments: number, wins: number, waits: number): string =>
    $localize`:@@console.done.accepted:${commentCount(comments)}:comments: accepted: ${wins}:wins: won, ${waits}:waits: waiting`,
  /** Follows `accepted`. */
  blocked: (comments: number): string =>
    $localize`:Comments from blocked buyers, among the accepted comments@@console.done.blocked:${comments}:count: blocked`,
  counted: (word: string, accepted: string): string =>
    $localize`:@@console.done.word-counted:“${word}:word:” counts as a claim now. ${accepted}:accepted:`,
  dismissed: (buyer: string): string =>
    $localize`:@@console.done.dismissed:${buyer}:buyer:’s comment dismissed`,
  dismissedAll: (comments: number): string =>
    $localize`:@@console.done.dismissed-all:${commentCount(comments)}:comments: dismissed`,
  hidden: (entries: number): string =>
    $localize`:@@console.done.hidden:${entries}:count: entries hidden in this console. Nothing was decided.`,
  numberDismissed: (number: string): string =>
    $localize`:@@console.done.number-dismissed:Number ${number}:number: dismissed. The claims keep their places.`,
  numbersDismissed: (count: number): string =>
    $localize`:@@console.done.numbers-dismissed:${count}:count: numbers dismissed. The claims keep their places.`,
  problemHidden: (): string =>
    $localize`:@@console.done.problem-seen:Hidden here until the problem changes. The top bar still shows it.`,
  sourceAdded: (name: string): string =>
    $localize`:@@console.done.source-added:Now reading comments on “${name}:broadcast:”. Earlier comments also count, based on when they were written.`,
  sourceRemoved: (platform: string): string =>
    $localize`:@@console.done.source-removed:${platform}:platform: source removed. Its claims stay.`,
  /** `effect` may be empty. */
  undone: (effect: string): string =>
    effect
      ? $localize`:@@console.done.undone-effect:Undone: ${effect}:effect:`
      : $localize`:@@console.done.undone:Undone`,
};
