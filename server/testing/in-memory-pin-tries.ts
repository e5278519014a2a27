import { PinTriesRepository } from '../attendance/pin-tries.repository.js';

/** Counts nothing, for tests that are not about guessing. */
export class InMemoryPinTries extends PinTriesRepository {
  constructor() {
    super(undefined as never);
  }
  override take = async (): Promise<boolean> => true;
  override forgive = async (): Promise<void> => undefined;
}
