/** The semantic version of this API. An extension specifies the versions that it works with (`api`). */
export const EXTENSION_API_VERSION = '1.1.0';
