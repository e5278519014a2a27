export interface SafeStorage {
  read(key: string): string | null;
  write(key: string, value: string | null): void;
}

/** localStorage that forgets instead of throwing where the browser forbids it (private windows, blocked site data). */
export function safeStorage(pick: () => Storage = () => globalThis.localStorage): SafeStorage {
  return {
    read(key) {
      try {
        return pick().getItem(key);
      } catch {
        return null;
      }
    },
    write(key, value) {
      try {
        if (value === null) pick().removeItem(key);
        else pick().setItem(key, value);
      } catch {
        // The value lives on in memory until the page is closed.
      }
    },
  };
}
