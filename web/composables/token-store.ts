import { readonly, ref, type Ref } from 'vue';
import { safeStorage, type SafeStorage } from '../lib/safe-storage';

export interface TokenStore {
  token: Readonly<Ref<string | null>>;
  set(token: string): void;
  clear(): void;
}

interface TokenStoreOptions {
  key: string;
  storage?: SafeStorage;
  /** Where 'storage' events of other tabs arrive. */
  events?: Pick<Window, 'addEventListener'>;
}

/** A token kept in the browser and followed across its tabs: signing out in one signs out of all. */
export function createTokenStore({ key, storage = safeStorage(), events = window }: TokenStoreOptions): TokenStore {
  const token = ref(storage.read(key));
  events.addEventListener('storage', (event) => {
    // key is null when another tab cleared the whole storage.
    if (event.key === key || event.key === null) token.value = event.key === null ? null : event.newValue;
  });
  const put = (value: string | null): void => {
    token.value = value;
    storage.write(key, value);
  };
  return { token: readonly(token), set: put, clear: () => put(null) };
}

let session: TokenStore | undefined;

/** The signed-in account of this browser. */
export function useSession(): TokenStore {
  return (session ??= createTokenStore({ key: 'rollcall.session' }));
}
