import { Arg, Mutation, Resolver } from 'type-graphql';
import type { PairingService } from './pairing.service.js';
import { PairKioskResult } from './pairing.type.js';

@Resolver()
export class PairingResolver {
  constructor(private readonly service: PairingService) {}

  @Mutation(() => PairKioskResult, {
    description:
      'Open to everybody who has a code. `proof` is a JWT of the type kiosk-pairing+jwt, signed by ES256 with the key whose public half is its `jwk` header, with the claims `code` and `origin`.',
  })
  async pairKiosk(@Arg('proof') proof: string): Promise<typeof PairKioskResult> {
    const pairing = await this.service.pair(proof);
    switch (pairing.outcome) {
      case 'paired':
        return { kioskId: pairing.kiosk.id, name: pairing.kiosk.name, now: pairing.now };
      case 'wrong-code':
        return {
          reason: 'WRONG_CODE',
          message:
            'This code does not work. It is valid for ten minutes and once: ask your administrator for a new one.',
        };
      case 'too-many':
        return {
          reason: 'TOO_MANY_CODES',
          message: 'Too many wrong codes were tried. Wait ten minutes and try again.',
        };
    }
  }
}
