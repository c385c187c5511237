// Explains failed file operations to the user who starts the product.

/** @type {Record<string, string>} */
const EXPLANATIONS = {
  ENOSPC: 'The disk is full. Free some space, then start again. No confirmed data is lost.',
  EDQUOT: 'Your disk quota is used up. Free some space, then start again. No confirmed data is lost.',
  EACCES:
    "This user is not allowed to read or write there. Make this user the folder's owner, or set DATA_DIR to another folder.",
  EPERM:
    "This user is not allowed to read or write there. Make this user the folder's owner, or set DATA_DIR to another folder.",
  EROFS: 'That file system is read-only. Set DATA_DIR to a writable folder.',
  ENOTDIR: 'Part of that path is a file. Set DATA_DIR to a folder.',
  EIO: 'The disk reported a hardware error. Check the disk before you continue.',
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
