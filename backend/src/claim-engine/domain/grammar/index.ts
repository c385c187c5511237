/** The claim grammar, which turns what a viewer wrote into what the viewer asks for. */
export { builtinGrammar } from './builtin.grammar';
export { cleanText } from './clean-text';
export { CURRENT_ITEM } from './intents';
export { canonicalItemKey } from './item-key';
export { compileVariants, type KnownVariants, matchVariant, unreadableVariant } from './item-variants';
export { phraseKey } from './lexicon';
export { nameableWith } from './nameable';
export { parseComment } from './parse-comment';
export { type CompiledWords, compileWords } from './words';
