/** Version of this API, by semantic versioning. An extension names the versions that it works with (`api`). */
export const EXTENSION_API_VERSION = '1.1.0';
