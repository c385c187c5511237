/**
 * Reports whether lists withhold the comment, given the share of withheld comments (0 to 1). Always picks the
 * same comments.
 */
export function isWithheld({ id }: { id: string }, share: number): boolean {
  // The last digits of an id are practically random.
  return Number([...id.slice(-4)].reverse().join('')) % 100 < share * 100;
}
