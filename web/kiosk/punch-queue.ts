import { kioskDatabase, type KeptPunch, type Sealed } from './kiosk-database';
import { readIdentity } from './kiosk-identity';
import type { AttendRequest, Shown } from './attend-request';
import type { KeepRequest } from './useCheckIn';
import { clock } from '../lib/clock';

/** Photographs of so many people wait at most … */
const MAX_FACES = 50;
/** … and this long: what is not sent by then is deleted with its punch. */
const MAX_PHOTO_AGE_MS = 72 * 3_600_000;
const MAX_PUNCHES = 1_000;

type Entered = { shown: Exclude<Shown, { by: 'face' }>; pin: string | null } | { shown: null; pin: string | null };

/** Keeps a punch, sealed with a key that this browser does not give out. False where there is no room or no key. */
export async function keepPunch({ mode, shown, pin, key, capturedAt }: KeepRequest): Promise<boolean> {
  const sealingKey = (await readIdentity())?.sealingKey;
  if (!sealingKey) return false;
  const database = await kioskDatabase();
  const all = await database.getAll('punches');
  const isFace = shown.by === 'face';
  if (all.length >= MAX_PUNCHES) return false;
  if (isFace && all.filter(({ photos }) => photos.length > 0).length >= MAX_FACES) return false;

  const entered: Entered = isFace ? { shown: null, pin } : { shown, pin };
  const pictures = isFace ? [shown.pictures.photo, ...shown.pictures.frames] : [];
  const photos = await Promise.all(pictures.map(async (photo) => seal(sealingKey, await photo.arrayBuffer())));
  const sealed = await seal(sealingKey, new TextEncoder().encode(JSON.stringify(entered)).buffer);
  await database.add('punches', { capturedAt, mode, key, entered: sealed, photos });
  return true;
}

export const countKept = async (): Promise<number> => (await kioskDatabase()).count('punches');

/** The punch that has waited longest, as it was; null where none waits. Those whose photographs are too old are deleted. */
export async function readOldest(): Promise<{ id: number; request: Omit<AttendRequest, 'signal'> } | null> {
  const database = await kioskDatabase();
  const sealingKey = (await readIdentity())?.sealingKey;
  for (;;) {
    const punch = (await database.getAll('punches', null, 1))[0] as KeptPunch | undefined;
    if (!punch || !sealingKey) return null;
    const isTooOld = punch.photos.length > 0 && clock.now().getTime() - punch.capturedAt.getTime() > MAX_PHOTO_AGE_MS;
    if (!isTooOld) return { id: punch.id, request: await unseal(sealingKey, punch) };
    await removePunch(punch.id);
  }
}

export async function removePunch(id: number): Promise<void> {
  await (await kioskDatabase()).delete('punches', id);
}

async function unseal(sealingKey: CryptoKey, punch: KeptPunch): Promise<Omit<AttendRequest, 'signal'>> {
  const { mode, key, capturedAt } = punch;
  const text = new TextDecoder().decode(await open(sealingKey, punch.entered));
  const { shown, pin } = JSON.parse(text) as Entered;
  if (shown) return { mode, key, capturedAt, shown, pin };
  const photos = await Promise.all(
    punch.photos.map(async (photo) => new Blob([await open(sealingKey, photo)], { type: 'image/jpeg' })),
  );
  const [photo, ...frames] = photos;
  return { mode, key, capturedAt, pin, shown: { by: 'face', pictures: { photo: photo!, frames, challengeId: null } } };
}

async function seal(key: CryptoKey, bytes: ArrayBuffer): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes) };
}

const open = (key: CryptoKey, { iv, bytes }: Sealed): Promise<ArrayBuffer> =>
  crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes);
