import { ArgsType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, PageArgs } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';

@ObjectType('AuditEntry', { description: 'Who did what, when, and from where. Entries are never changed or removed.' })
export class AuditEntryType {
  @Field(() => Int, { description: 'Counts up from 1 without a gap.' })
  sequence!: number;

  @Field(() => DateTimeISO)
  at!: Date;

  @Field({ description: '"user:…", "kiosk:…", "command", "schedule" or "anonymous".' })
  actor!: string;

  @Field(() => String, { nullable: true, description: "The account's address or the kiosk's name, as it was then." })
  actorName!: string | null;

  @Field({ description: 'The mutation or query, or what a command or schedule did.' })
  action!: string;

  @Field(() => ID, { nullable: true, description: 'What it was about, an employee for instance.' })
  subject!: string | null;

  @Field({ description: '"ok", the reason of a refusal, or the code of an error.' })
  outcome!: string;

  @Field(() => String, { nullable: true, description: 'The network address it came from.' })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'JSON: what was sent, and the rows it changed before and after. No secrets, no biometrics.',
  })
  details!: string | null;

  @Field({ description: 'SHA-256 over the entry and the hash of the one before.' })
  hash!: string;
}

export const AuditEntryConnection = connectionOf(AuditEntryType, 'AuditEntry', 'Newest first.');

@InputType({ description: 'What is not given does not narrow.' })
export class AuditFilter {
  @Field(() => String, { nullable: true })
  actor?: string | null;

  @Field(() => String, { nullable: true })
  action?: string | null;

  @Field(() => ID, { nullable: true })
  subject?: string | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'From this instant on.' })
  from?: Date | null;

  @Field(() => DateTimeISO, { nullable: true, description: 'Before this instant.' })
  before?: Date | null;
}

@ArgsType()
export class AuditEntriesArgs extends PageArgs {
  @Field(() => AuditFilter, { nullable: true })
  filter?: AuditFilter | null;
}
