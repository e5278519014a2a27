import { Field, ObjectType } from 'type-graphql';
import { DateTimeISO } from './scalars.js';

@ObjectType({ description: 'A download that works once, within a minute.' })
export class DownloadTicket {
  @Field({ description: 'GET this path of the same server.' })
  path!: string;

  @Field(() => DateTimeISO)
  expiresAt!: Date;
}
