import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { PasskeyType } from './account.type.js';

@ObjectType({
  description: 'A secret for an authenticator app, which counts once confirmTotp has shown that it is there.',
})
export class TotpSetUp {
  @Field({ description: 'For confirmTotp.' })
  token!: string;

  @Field({ description: 'To be typed into the app, base32. Shown this once.' })
  secret!: string;

  @Field({ description: 'The same for a QR code: an otpauth: address.' })
  uri!: string;
}

@ObjectType()
export class PasskeySetUp {
  @Field({ description: 'For addPasskey.' })
  token!: string;

  @Field({ description: 'PublicKeyCredentialCreationOptionsJSON of WebAuthn, as JSON.' })
  options!: string;
}

@ObjectType({ description: 'A second factor was added.' })
export class SecondFactorAdded {
  @Field(() => [String], {
    nullable: true,
    description: 'Ten codes that stand in once each for a lost factor, shown this once; null where there were some.',
  })
  recoveryCodes!: string[] | null;

  @Field(() => PasskeyType, { nullable: true })
  passkey!: PasskeyType | null;
}

@ArgsType()
export class AddPasskeyArgs {
  @Field({ description: 'Of beginPasskey.' })
  token!: string;

  @Field({ description: '1 to 60 characters.' })
  name!: string;

  @Field({ description: "The browser's answer to the options, as JSON." })
  answer!: string;
}

@ArgsType()
export class RemovePasskeyArgs {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'The present one; anything where the account has none.' })
  password!: string;
}
