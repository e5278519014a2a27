import { createUnionType, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../graphql/enum-of.js';
import { DateTimeISO } from '../graphql/scalars.js';

@ObjectType({ description: 'The device is this kiosk from now on.' })
export class KioskPaired {
  @Field(() => ID, { description: 'Which; the issuer of its signatures.' })
  kioskId!: string;

  @Field()
  name!: string;

  @Field(() => DateTimeISO, { description: "The server's time, to sign by." })
  now!: Date;
}

const PairingRefusalEnum = enumOf(['WRONG_CODE', 'TOO_MANY_CODES']);
registerEnumType(PairingRefusalEnum, { name: 'PairingRefusalReason' });

@ObjectType({ description: 'An expected "no", with words for whoever typed the code.' })
export class PairingRefused {
  @Field(() => PairingRefusalEnum)
  reason!: 'WRONG_CODE' | 'TOO_MANY_CODES';

  @Field()
  message!: string;
}

export const PairKioskResult = createUnionType({
  name: 'PairKioskResult',
  types: () => [KioskPaired, PairingRefused] as const,
  resolveType: (value) => ('kioskId' in value ? KioskPaired : PairingRefused),
});
