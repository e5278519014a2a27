import { ref, type Ref } from 'vue';
import { describeProblem } from '../lib/request-problem';
import type { SendAttend } from './attend-request';
import { countKept, keepPunch, readOldest, removePunch } from './punch-queue';
import { ANSWER_WITHIN_MS, type KeepRequest } from './useCheckIn';

interface Options {
  send: SendAttend;
  /** Whether a punch by this may be kept here: a face where a movement or a PIN is asked for cannot. */
  mayKeep: (request: KeepRequest) => boolean;
}

export interface KeptPunches {
  /** How many wait on this device. */
  count: Ref<number>;
  keep(request: KeepRequest): Promise<boolean>;
  /** Sends what waits, in order, until none does or there is no connection. Whatever the answer, it is the last word. */
  sendAll(): Promise<void>;
  recount(): Promise<void>;
}

/** Punches that wait on this device for a connection. */
export function useKeptPunches({ send, mayKeep }: Options): KeptPunches {
  const count = ref(0);
  let sending: Promise<void> | undefined;

  async function recount(): Promise<void> {
    count.value = await countKept().catch(() => 0);
  }

  async function sendInOrder(): Promise<void> {
    for (;;) {
      const oldest = await readOldest();
      if (!oldest) return;
      try {
        await send({ ...oldest.request, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
      } catch (error) {
        // Only what the server cannot take whatever comes is given up.
        if (describeProblem(error).kind !== 'rejected') return;
      }
      await removePunch(oldest.id);
      await recount();
    }
  }

  return {
    count,
    recount,
    async keep(request) {
      if (!mayKeep(request)) return false;
      const isKept = await keepPunch(request).catch(() => false);
      await recount();
      return isKept;
    },
    async sendAll() {
      sending ??= sendInOrder().finally(() => (sending = undefined));
      await sending;
      await recount();
    },
  };
}
