import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import type { PageRequest } from '../paging.js';

@ObjectType({ description: 'Where a page ends. Ask for the next one with after: endCursor.' })
export class PageInfo {
  @Field()
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor of the last edge; null on an empty page.' })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs implements PageRequest {
  @Field(() => Int, { nullable: true, defaultValue: 50, description: 'How many: 1 to 200.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which to go on.' })
  after?: string | null;
}
