import type { BuyerFacts, BuyerView, Fact } from '@sellary/extension-kit/domain';

/**
 * A fact that the policy or a limit needs, loaded onto the board. `holdings` are a buyer's active claims in
 * the whole show, by item.
 */
export type BoardFact = Fact | 'holdings';

/** The part of a board that provides facts about a buyer. */
interface FactSource {
  winsInShow(buyerId: string): number;
  unitsOfItem(buyerId: string, itemKey: string): number;
  tagsOf(buyerId: string): readonly string[];
}

const FACTS = {
  winsInShow: (board, buyerId) => board.winsInShow(buyerId),
  unitsOfItem: (board, buyerId, itemKey) => board.unitsOfItem(buyerId, itemKey),
  tags: (board, buyerId) => board.tagsOf(buyerId),
} satisfies {
  [Name in keyof BuyerFacts]: (board: FactSource, buyerId: string, itemKey: string) => BuyerFacts[Name];
};

const isAboutBuyer = (fact: Fact): fact is keyof BuyerFacts => fact in FACTS;

/** A frozen view of the buyer with the needed facts. */
export function buyerView(
  board: FactSource,
  needs: readonly Fact[],
  buyerId: string,
  itemKey: string,
): BuyerView {
  const facts = needs
    .filter(isAboutBuyer)
    .map((fact) => [fact, FACTS[fact](board, buyerId, itemKey)] as const);
  // A policy sees only the facts in its `needs`, and these are all of them.
  return Object.freeze({ id: buyerId, ...Object.fromEntries(facts) }) as BuyerView;
}
