import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

/**
 * The repository's ESLint configuration, without the rules that need type information, because the files that
 * specs lint exist only in memory.
 */
export const eslint = new ESLint({
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  overrideConfig: [
    { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked },
    { files: ['frontend/**/*.ts'], rules: { '@angular-eslint/no-uncalled-signals': 'off' } },
  ],
});

/**
 * @param {string} text
 * @param {string} filePath path at which the text is linted as if it were a file
 * @returns {Promise<import('eslint').Linter.LintMessage[]>} the findings
 */
export async function lintPlanted(text, filePath) {
  const [result] = await eslint.lintText(text, { filePath });
  return result?.messages ?? [];
}
