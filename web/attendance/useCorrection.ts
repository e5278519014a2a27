import { computed } from 'vue';
import { useSave } from '../composables/useSave';
import type { AttendanceKind } from '../gql/graphql';
import type { CorrectionAct } from './correction-words';
import {
  AddEventDocument,
  MoveEventDocument,
  NotMeDocument,
  RequestCorrectionDocument,
  RestoreEventDocument,
  VoidEventDocument,
} from './person-day-documents';

export interface WantedCorrection {
  act: CorrectionAct;
  employeeId: string;
  /** Of all but ADD. */
  eventId: string;
  /** Of ADD and MOVE. */
  kind: AttendanceKind;
  at: string;
  reason: string;
  /** Of NOT_ME. */
  rightEmployeeId: string | null;
}

/** Makes a correction, or asks for it. */
export function useCorrection(isAsking: boolean) {
  const add = useSave(AddEventDocument);
  const move = useSave(MoveEventDocument);
  const makeVoid = useSave(VoidEventDocument);
  const restore = useSave(RestoreEventDocument);
  const notMe = useSave(NotMeDocument);
  const request = useSave(RequestCorrectionDocument);
  const all = [add, move, makeVoid, restore, notMe, request];

  async function run(wanted: WantedCorrection): Promise<boolean> {
    const { act, employeeId, eventId, kind, at, reason, rightEmployeeId } = wanted;
    for (const { error } of all) error.value = null;
    if (isAsking) {
      // Whoever did not make a punch asks for it to be taken out.
      const action = act === 'NOT_ME' ? 'VOID' : act;
      const time = action === 'ADD' || action === 'MOVE' ? { kind, at } : {};
      const about = action === 'ADD' ? {} : { eventId };
      return (await request.run({ input: { action, employeeId, ...about, ...time, reason } })) !== null;
    }
    switch (act) {
      case 'ADD':
        return (await add.run({ input: { employeeId, kind, at, reason } })) !== null;
      case 'MOVE':
        return (await move.run({ input: { eventId, kind, at, reason } })) !== null;
      case 'VOID':
        return (await makeVoid.run({ eventId, reason })) !== null;
      case 'RESTORE':
        return (await restore.run({ eventId, reason })) !== null;
      case 'NOT_ME':
        return (await notMe.run({ eventId, reason, rightEmployeeId })) !== null;
    }
  }
  return {
    run,
    busy: computed(() => all.some(({ busy }) => busy.value)),
    error: computed(() => all.map(({ error }) => error.value).find((error) => error !== null) ?? null),
  };
}
