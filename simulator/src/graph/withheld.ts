/** Whether lists never show the comment, at this share of comments (0 to 1): the same comments every time. */
export function isWithheld({ id }: { id: string }, share: number): boolean {
  // The last digits of an id are as good as chance.
  return Number([...id.slice(-4)].reverse().join('')) % 100 < share * 100;
}
