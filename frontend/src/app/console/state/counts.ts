/** Counted nouns, such as "1 claim" and "1,204 claims", for places in a longer text. */
export function commentCount(n: number): string {
  return n === 1 ? $localize`:@@console.count.comment:1 comment` : $localize`:@@console.count.comments:${grouped(n)}:count: comments`;
}

export function claimCount(n: number): string {
  return n === 1 ? $localize`:@@console.count.claim:1 claim` : $localize`:@@console.count.claims:${grouped(n)}:count: claims`;
}

export function itemCount(n: number): string {
  return n === 1 ? $localize`:@@console.count.item:1 item` : $localize`:@@console.count.items:${grouped(n)}:count: items`;
}

export function unitCount(n: number): string {
  return n === 1 ? $localize`:@@console.count.unit:1 unit` : $localize`:@@console.count.units:${grouped(n)}:count: units`;
}

function grouped(n: number): string {
  return n.toLocaleString('en');
}
