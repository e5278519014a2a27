import type { BucketSettings } from './bucket-store.js';
import { FolderStore } from './folder-store.js';
import type { ObjectStore } from './object-store.js';

/** Where photographs are kept, not opened yet: a bucket where there is one, else a folder. */
export async function photoStore(place: {
  faceImagesDir: string;
  bucket: BucketSettings | null;
}): Promise<ObjectStore> {
  if (!place.bucket) return new FolderStore(place.faceImagesDir);
  // 20 MB that few servers need.
  const { BucketStore } = await import('./bucket-store.js');
  return new BucketStore(place.bucket);
}
