import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { AttendMode } from './attend-mode';

/** What makes this device a kiosk. Neither key can be read out of the browser. */
export interface KioskIdentity {
  kioskId: string;
  origin: string;
  /** Signs requests (ECDSA on P-256). */
  signingKey: CryptoKey;
  /** Seals what is kept while there is no connection (AES-GCM). */
  sealingKey: CryptoKey;
  /** Of the last request that was signed. */
  number: number;
  /** How far the clock of this device is ahead of the server's. */
  clockAheadMs: number;
}

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  bytes: ArrayBuffer;
}

/** A punch that waits for a connection. All that says who it was is sealed. */
export interface KeptPunch {
  id: number;
  capturedAt: Date;
  mode: AttendMode;
  key: string;
  entered: Sealed;
  photos: Sealed[];
}

interface KioskSchema extends DBSchema {
  identity: { key: 'kiosk'; value: KioskIdentity };
  punches: { key: number; value: Omit<KeptPunch, 'id'> & { id?: number } };
}

export type KioskDatabase = IDBPDatabase<KioskSchema>;

let opened: Promise<KioskDatabase> | undefined;

/** The database of this device, opened once. Throws where the browser keeps none, as in some private windows. */
export function kioskDatabase(): Promise<KioskDatabase> {
  return (opened ??= openDB<KioskSchema>('rollcall-kiosk', 1, {
    upgrade(database) {
      database.createObjectStore('identity');
      database.createObjectStore('punches', { keyPath: 'id', autoIncrement: true });
    },
  }));
}
