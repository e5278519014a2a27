import { DomainError } from '../errors.js';
import { callerOf, type Context } from '../graphql/context.js';
import { readUpload } from '../graphql/upload.js';
import type { FaceArgs } from './attendance.input.js';
import type { FaceRequest } from './recognize-employee.js';

const MAX_FRAMES = 8;

/** The photos of a request, whole, with what is asked for besides them at this caller. Throws BAD_USER_INPUT. */
export async function faceOf({ photo, frames, challengeId }: FaceArgs, context: Context): Promise<FaceRequest> {
  const { source, liveness, kiosk = null } = callerOf(context);
  if (frames && frames.length > MAX_FRAMES) {
    throw new DomainError('BAD_USER_INPUT', `frames: send at most ${MAX_FRAMES}.`);
  }
  const [first, ...others] = await Promise.all([photo, ...(frames ?? [])].map(readUpload));
  return { source, liveness, terms: kiosk, photo: first!, frames: others, challengeId: challengeId ?? null };
}
