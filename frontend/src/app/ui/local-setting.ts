/**
 * Reads a user's choice, which is stored only on this device. If storage is blocked, the page starts with the
 * default value.
 */
export function readSetting<T>(key: string, isValid: (value: unknown) => value is T, defaultValue: T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isValid(value) ? value : defaultValue;
  } catch {
    return defaultValue;
  }
}

export function storeSetting(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is blocked.
  }
}
