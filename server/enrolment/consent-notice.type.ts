import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';

@ObjectType('ConsentNotice', { description: 'What people are told before they agree to face recognition.' })
export class ConsentNoticeType {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'ISO 639-1: two letters.' })
  language!: string;

  @Field(() => Int, { description: 'Counts up from 1 in each language.' })
  version!: number;

  @Field()
  title!: string;

  @Field({ description: 'Paragraphs, with an empty line between them.' })
  text!: string;

  @Field(() => DateTimeISO)
  publishedAt!: Date;
}

export const ConsentNoticeConnection = connectionOf(
  ConsentNoticeType,
  'ConsentNotice',
  'By language, newest version first.',
);

@InputType()
export class PublishConsentNoticeInput {
  @Field({ description: 'ISO 639-1: two letters. One that is new adds a language.' })
  language!: string;

  @Field({ description: '1 to 200 characters.' })
  title!: string;

  @Field({ description: '1 to 10,000 characters; paragraphs with an empty line between them.' })
  text!: string;
}
