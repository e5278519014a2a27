import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../graphql/page.type.js';
import { DateTimeISO, LocalDate } from '../graphql/scalars.js';

@ObjectType('Employee', { description: 'Somebody whose arrivals and departures are recorded.' })
export class EmployeeType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'The number people know. Counts up from 1; never given twice.' })
  number!: number;

  @Field({ description: '{number}_{NameWithoutSpaces}, safe for a file system: the name of their photo folders.' })
  imageId!: string;

  @Field()
  name!: string;

  @Field()
  position!: string;

  @Field({ description: 'Whether they may check in and out.' })
  active!: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Their last day; null where they stay.' })
  leavesOn!: string | null;

  @Field(() => DateTimeISO)
  createdAt!: Date;
}

@ObjectType()
class EmployeeEdge {
  @Field()
  cursor!: string;

  @Field(() => EmployeeType)
  node!: EmployeeType;
}

@ObjectType({ description: 'People in order of names.' })
export class EmployeeConnection {
  @Field(() => [EmployeeEdge])
  edges!: EmployeeEdge[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many match on all pages.' })
  totalCount!: number;
}

@ObjectType()
export class BadgeIssued {
  @Field(() => EmployeeType)
  employee!: EmployeeType;

  @Field({ description: '24 digits, for a QR code or a bar code. Shown this once; only its hash is kept.' })
  code!: string;
}
