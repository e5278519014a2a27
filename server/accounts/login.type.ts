import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import { DateTimeISO } from '../graphql/scalars.js';

@ObjectType({ description: 'A sign-in. Send the token as "Authorization: Bearer …".' })
export class Session {
  @Field({ description: 'Shown this once; only its hash is kept.' })
  token!: string;

  @Field(() => DateTimeISO)
  expiresAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'For a browser to keep, and to send with its next login: then wrong passwords sent from elsewhere do not slow it down. Null where the one sent is good.',
  })
  deviceToken!: string | null;
}

@ObjectType({ description: 'How people may sign in here.' })
export class LoginOptions {
  @Field({ description: 'Whether beginOidcLogin works.' })
  openIdConnect!: boolean;
}

@ObjectType({ description: 'For completeLogin, with what the browser answers to the options.' })
export class PasskeyLogin {
  @Field()
  challenge!: string;

  @Field({ description: 'PublicKeyCredentialRequestOptionsJSON of WebAuthn, as JSON.' })
  passkeyOptions!: string;
}

@ObjectType({ description: 'For completeOidcLogin.' })
export class OidcLogin {
  @Field({ description: 'For the browser that began to keep, where no other window sees it.' })
  challenge!: string;

  @Field({ description: 'Where to send the browser.' })
  url!: string;
}

@InputType()
export class SetUpInput {
  @Field({ description: 'From the set-up link that Rollcall prints when it starts without accounts.' })
  token!: string;

  @Field()
  email!: string;

  @Field({ description: '12 to 200 characters.' })
  password!: string;
}

@ArgsType()
export class CompleteLoginArgs {
  @Field({ description: 'From the error SECOND_FACTOR_REQUIRED, or from beginPasskeyLogin.' })
  challenge!: string;

  @Field(() => String, { nullable: true, description: 'Of the app, or a recovery code. Either works once.' })
  code?: string | null;

  @Field(() => String, { nullable: true, description: "The browser's answer to passkeyOptions, as JSON." })
  passkey?: string | null;

  @Field(() => String, { nullable: true })
  deviceToken?: string | null;
}
