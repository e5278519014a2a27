import { getCurrentScope, onScopeDispose, readonly, ref, type Ref } from 'vue';

/** Whether the browser has any network. False is certain; true only means that asking makes sense. */
export function useOnline(): Readonly<Ref<boolean>> {
  const online = ref(navigator.onLine);
  const update = (): void => {
    online.value = navigator.onLine;
  };
  window.addEventListener('online', update);
  window.addEventListener('offline', update);
  if (getCurrentScope()) {
    onScopeDispose(() => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    });
  }
  return readonly(online);
}
