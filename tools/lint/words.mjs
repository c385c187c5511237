/**
 * Lint rules for wording. CONTRIBUTING.md and docs/glossary.md define the words; these rules check what a
 * program can check.
 */
import { refusedWords } from './refused-words.mjs';

const BAD_LIMIT = /^_?(MOST|LEAST|LONGEST|SHORTEST|BIGGEST|FEWEST)_/;
const REFUSED_OPENING =
  /^(How|Of which|Of whom|That|What|Whatever|When|Whenever|Where|Wherever|Whether|Which|Whichever|Who|Whoever|Whom|Whose|Why|As it lies|By whom|To whom|Until when)\b/;
const BARE_NAME =
  /^(at|by|for|from|in|into|it|me|of|off|on|onto|our|out|over|own|than|that|their|them|they|this|to|under|up|us|via|we|with|without)$/;

/** @param {import('eslint').AST.Program['body'][number]} statement */
const declaredNames = (statement) => {
  const declaration =
    statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
      ? statement.declaration
      : statement;
  const declarations = declaration?.type === 'VariableDeclaration' ? declaration.declarations : [declaration];
  return declarations.flatMap((node) =>
    node && 'id' in node && node.id?.type === 'Identifier' ? [node.id] : [],
  );
};

/** @param {Record<string, string>} messages */
const suggestion = (messages) => ({ type: 'suggestion', schema: [], messages });

/** @type {import('eslint').Rule.RuleModule} */
const standardLimits = {
  meta: suggestion({
    limit: 'Name a limit MAX_… or MIN_… with a standard noun, so that a search for limits finds {{name}}.',
  }),
  create: (context) => ({
    'VariableDeclarator > Identifier.id, PropertyDefinition > Identifier.key': (node) => {
      if (BAD_LIMIT.test(node.name)) context.report({ node, messageId: 'limit', data: { name: node.name } });
    },
  }),
};

/** @type {import('eslint').Rule.RuleModule} */
const docstringOpening = {
  meta: suggestion({
    opening: 'Begin a docstring with a verb (what it does) or a noun (what it is), not with “{{word}}”.',
  }),
  create: (context) => ({
    Program: () => {
      for (const comment of context.sourceCode.getAllComments()) {
        if (comment.type !== 'Block' || !comment.value.startsWith('*')) continue;
        const text = comment.value
          .replace(/^\*+/, '')
          .replace(/^\s*\*/gm, '')
          .trim();
        const word = REFUSED_OPENING.exec(text)?.[0];
        if (word !== undefined) context.report({ loc: comment.loc, messageId: 'opening', data: { word } });
      }
    },
  }),
};

/** @type {import('eslint').Rule.RuleModule} */
const searchableNames = {
  meta: suggestion({ bare: 'Name it after its result: “{{name}}” cannot be searched for.' }),
  create: (context) => ({
    Program: ({ body }) => {
      for (const { name, range, loc } of body.flatMap(declaredNames)) {
        if (BARE_NAME.test(name) && range !== undefined && loc) {
          context.report({ loc, messageId: 'bare', data: { name } });
        }
      }
    },
  }),
};

/** @type {import('eslint').Rule.RuleModule} */
const plainWords = {
  meta: suggestion({ word: 'Instead of “{{word}}”, write {{instead}}: CONTRIBUTING.md, Words.' }),
  create: (context) => {
    const check = (text, loc) => {
      for (const data of refusedWords(text)) context.report({ loc, messageId: 'word', data });
    };
    return {
      Program: () => {
        for (const comment of context.sourceCode.getAllComments()) check(comment.value, comment.loc);
      },
      Identifier: (node) => check(node.name, node.loc),
    };
  },
};

export default {
  rules: {
    'docstring-opening': docstringOpening,
    'plain-words': plainWords,
    'searchable-names': searchableNames,
    'standard-limits': standardLimits,
  },
};
