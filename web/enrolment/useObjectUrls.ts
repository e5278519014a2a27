import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';

/** An address of its own for each blob, for as long as it is in the list. */
export function useObjectUrls(blobs: Ref<Blob[]>): Readonly<Ref<string[]>> {
  const known = new Map<Blob, string>();
  const urls = shallowRef<string[]>([]);
  const drop = (blob: Blob): void => {
    URL.revokeObjectURL(known.get(blob) ?? '');
    known.delete(blob);
  };
  watch(
    blobs,
    (present) => {
      [...known.keys()].filter((blob) => !present.includes(blob)).forEach(drop);
      urls.value = present.map((blob) => {
        const url = known.get(blob) ?? URL.createObjectURL(blob);
        known.set(blob, url);
        return url;
      });
    },
    { immediate: true },
  );
  onScopeDispose(() => [...known.keys()].forEach(drop));
  return urls;
}
