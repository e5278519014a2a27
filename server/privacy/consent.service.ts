import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import type { Gallery } from '../recognition/gallery.js';
import type { Scope } from '../scope.js';
import type { ConsentRepository, PersonPrivacy } from './consent.repository.js';
import type { ErasureService } from './erasure.service.js';

export type { PersonPrivacy };

/** What people said to the use of their face, and taking it back. */
export class ConsentService {
  constructor(
    private readonly dependencies: {
      consents: ConsentRepository;
      erasures: ErasureService;
      gallery: Pick<Gallery, 'remove'>;
      /** Brings the gallery up to what was committed, and tells other servers. */
      facesChanged: () => Promise<void>;
      clock: Clock;
    },
  ) {}

  /** Throws NOT_FOUND outside the scope. */
  privacyOf(scope: Scope, employeeId: string): Promise<PersonPrivacy> {
    return this.dependencies.consents.getPrivacyOf(scope, employeeId);
  }

  /**
   * Takes an agreement back: from this moment the face is not recognised. What is kept of it is erased now, or by the
   * next daily purge. Throws NOT_FOUND outside the scope, or CONFLICT where there is nothing to take back.
   */
  async withdraw(
    scope: Scope,
    employeeId: string,
    { eraseNow, source }: { eraseNow: boolean; source: string },
  ): Promise<PersonPrivacy> {
    const { consents, erasures, facesChanged, gallery, clock } = this.dependencies;
    const count = await consents.withdraw(scope, employeeId, clock.now(), source);
    gallery.remove(employeeId);
    await facesChanged();
    if (count === 0 && (await consents.getPrivacyOf(scope, employeeId)).templates === 0) {
      throw new DomainError('CONFLICT', 'There is no agreement to take back: this person has no face here.');
    }
    if (eraseNow) await erasures.erase(employeeId, source);
    return consents.getPrivacyOf(scope, employeeId);
  }
}
