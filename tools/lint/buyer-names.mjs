/** Lint rule for buyers' names on screen: only `frontend/src/app/ui/buyer-name.ts` prints them. */

const MESSAGE =
  "Print buyers with buyerName() or <app-handle>: a hidden viewer's handle must not reach the screen.";

/** @type {import('eslint').Rule.RuleModule} */
const useBuyerName = {
  meta: { type: 'problem', schema: [], messages: { handle: MESSAGE } },
  create: (context) => {
    /** @param {import('eslint').Rule.Node} node */
    const report = (node) => context.report({ node, messageId: 'handle' });
    return {
      // In code: `buyer.handle` and `const { handle } = buyer`. `this.handle` is allowed because a component
      // may have a form control with that name.
      "MemberExpression[property.name='handle'][object.type!='ThisExpression']": report,
      "ObjectPattern > Property[key.name='handle']": report,
      // In templates: `buyer.handle`, also with `?.` or `!`.
      "PropertyRead[name='handle'][receiver.type!='ImplicitReceiver']": report,
      "SafePropertyRead[name='handle']": report,
    };
  },
};

export default { rules: { 'use-buyer-name': useBuyerName } };
