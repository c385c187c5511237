// Explains failed file operations to the user who starts the product.

/** @type {Record<string, string>} */
const EXPLANATIONS = {
  ENOSPC: 'The disk is full. Free some space, then start again. Nothing that was confirmed is lost.',
  EDQUOT:
    'Your disk quota is used up. Free some space, then start again. Nothing that was confirmed is lost.',
  EACCES:
    'This user may not read or write there. Give the folder to this user, or set DATA_DIR to another folder.',
  EPERM:
    'This user may not read or write there. Give the folder to this user, or set DATA_DIR to another folder.',
  EROFS: 'That file system is read-only. Set DATA_DIR to a folder that can be written.',
  ENOTDIR: 'A part of that path is a file. Set DATA_DIR to a folder.',
  EIO: 'The disk reports a hardware error. Check the disk before you continue.',
};

/**
 * @param {unknown} error
 * @returns {string | null} an explanation of a file system error that the user can fix, or null for any other
 * error
 */
export function explainFileError(error) {
  const { code = '', path = '' } = /** @type {NodeJS.ErrnoException} */ (error ?? {});
  const explanation = EXPLANATIONS[code];
  return explanation === undefined ? null : `${path === '' ? '' : `${path}: `}${explanation}`;
}
