import type { Preview } from './preview';

/** The result of one decision in a few words, such as "waits for #104 as #3". */
export function previewText(preview: Preview): string {
  switch (preview.kind) {
    case 'wins':
      return preview.last
        ? $localize`:Result of accepting a comment@@console.preview.wins-last:wins the last unit of #${preview.number}:number:`
        : $localize`:Result of accepting a comment@@console.preview.wins:wins a unit of #${preview.number}:number:`;
    case 'waits':
      return $localize`:Result of accepting a comment@@console.preview.waits:waits for #${preview.number}:number:, position ${preview.rank}:rank:`;
    case 'units':
      return $localize`:Result of accepting a comment for several units@@console.preview.units:wins ${preview.won}:won: and waits for ${preview.waiting}:waiting: of #${preview.number}:number:`;
    case 'needs-variant':
      return $localize`:Result of accepting a comment@@console.preview.needs-variant:names no variant of #${preview.number}:number:: choose one first`;
    case 'unknown':
      return $localize`:Result of accepting a comment@@console.preview.unknown:keeps a place until #${preview.number}:number: exists`;
    case 'withdrawn':
      return $localize`:Result of accepting a comment@@console.preview.withdrawn:gets nothing: #${preview.number}:number: is withdrawn`;
    case 'over-limit':
      return $localize`:Result of accepting a comment@@console.preview.over-limit:gets nothing: the limit for one buyer is ${preview.limit}:limit: units per show`;
    case 'holds':
      return preview.rank === null
        ? $localize`:Result of accepting a comment@@console.preview.holds:already has #${preview.number}:number:`
        : $localize`:Result of accepting a comment@@console.preview.already-waits:already waits for #${preview.number}:number:, position ${preview.rank}:rank:`;
    case 'passes':
      return $localize`:Result of accepting a comment@@console.preview.passes:gives up #${preview.number}:number:`;
    case 'nothing-to-pass':
      return $localize`:Result of accepting a comment@@console.preview.nothing-to-pass:has no claim on #${preview.number}:number: to give up`;
    case 'needs-item':
      return $localize`:Result of accepting a comment@@console.preview.needs-item:names no item: choose one first`;
  }
}

/** The results of a group, such as "2 win, 29 wait". */
export function previewSum(previews: readonly Preview[]): string {
  const count = (...kinds: readonly Preview['kind'][]): number =>
    previews.filter(({ kind }) => kinds.includes(kind)).length;
  const units = (of: 'won' | 'waiting'): number =>
    previews.filter((one) => one.kind === 'units' && one[of] > 0 && (of === 'won' || one.won === 0)).length;
  const wins = count('wins') + units('won');
  const waits = count('waits') + units('waiting');
  const unknown = count('unknown');
  const passes = count('passes');
  const none = count('holds', 'nothing-to-pass', 'withdrawn', 'over-limit');
  const open = count('needs-item', 'needs-variant');
  return [
    ...(wins > 0
      ? [$localize`:Results of accepting comments@@console.preview.sum-wins:${wins}:count: win`]
      : []),
    ...(waits > 0
      ? [$localize`:Results of accepting comments@@console.preview.sum-waits:${waits}:count: wait`]
      : []),
    ...(unknown > 0
      ? [
          $localize`:Results of accepting comments@@console.preview.sum-unknown:${unknown}:count: with a place for an unknown number`,
        ]
      : []),
    ...(passes > 0
      ? [
          $localize`:Results of accepting comments@@console.preview.sum-passes:${passes}:count: give up an item`,
        ]
      : []),
    ...(none > 0
      ? [$localize`:Results of accepting comments@@console.preview.sum-none:${none}:count: change nothing`]
      : []),
    ...(open > 0
      ? [$localize`:Results of accepting comments@@console.preview.sum-open:${open}:count: name no item`]
      : []),
  ].join(', ');
}
