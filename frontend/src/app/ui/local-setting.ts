/**
 * A choice of the user on this device, stored only here. Storage may be blocked: the choice then lasts as
 * long as the page.
 */
export function readSetting<T>(key: string, valid: (value: unknown) => value is T, otherwise: T): T {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return valid(value) ? value : otherwise;
  } catch {
    return otherwise;
  }
}

export function storeSetting(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {
    // Kept for this page only.
  }
}
