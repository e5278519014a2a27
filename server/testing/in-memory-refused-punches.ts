import { RefusedPunchRepository } from '../attendance/refused-punch.repository.js';

/** Keeps nothing, for tests that are not about what came in late. */
export class InMemoryRefusedPunches extends RefusedPunchRepository {
  constructor() {
    super(undefined as never);
  }
  override create = async (): Promise<void> => undefined;
}
