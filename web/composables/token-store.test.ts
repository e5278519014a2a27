// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createTokenStore } from './token-store';
import { safeStorage, type SafeStorage } from '../lib/safe-storage';

function memoryStorage(): SafeStorage & { values: Map<string, string> } {
  const values = new Map<string, string>();
  return {
    values,
    read: (key) => values.get(key) ?? null,
    write: (key, value) => void (value === null ? values.delete(key) : values.set(key, value)),
  };
}

describe('createTokenStore', () => {
  it('keeps the token for the next visit and forgets it when cleared', () => {
    const storage = memoryStorage();
    const store = createTokenStore({ key: 'k', storage, events: new EventTarget() as Window });
    store.set('abc');
    expect(createTokenStore({ key: 'k', storage, events: new EventTarget() as Window }).token.value).toBe('abc');
    store.clear();
    expect(store.token.value).toBeNull();
    expect(storage.values.size).toBe(0);
  });

  it('follows a sign-out in another tab and ignores other keys', () => {
    const events = new EventTarget() as Window;
    const store = createTokenStore({ key: 'k', storage: memoryStorage(), events });
    store.set('abc');
    events.dispatchEvent(new StorageEvent('storage', { key: 'other', newValue: null }));
    expect(store.token.value).toBe('abc');
    events.dispatchEvent(new StorageEvent('storage', { key: 'k', newValue: null }));
    expect(store.token.value).toBeNull();
  });

  it('works for the visit where the browser forbids storage', () => {
    const forbidden = safeStorage(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const store = createTokenStore({ key: 'k', storage: forbidden, events: new EventTarget() as Window });
    store.set('abc');
    expect(store.token.value).toBe('abc');
  });
});
