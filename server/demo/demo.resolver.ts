import { Authorized, Field, Int, Mutation, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { enumOf } from '../graphql/enum-of.js';
import { demoStates, type DemoProgress, type DemoService } from './demo.service.js';

const DemoState = enumOf(demoStates);
registerEnumType(DemoState, { name: 'DemoState' });

@ObjectType({ description: 'The making of the demo company.' })
class DemoCompany implements DemoProgress {
  @Field(() => DemoState)
  state!: DemoProgress['state'];

  @Field(() => Int, { description: 'Steps done.' })
  done!: number;

  @Field(() => Int, { description: 'Steps in all.' })
  total!: number;

  @Field(() => String, { nullable: true, description: 'What to do next, or what went wrong.' })
  message!: string | null;
}

@Resolver()
export class DemoResolver {
  constructor(private readonly service: DemoService) {}

  @Authorized<Access>('ADMIN')
  @Query(() => DemoCompany)
  demoCompany(): DemoCompany {
    return this.service.progress;
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => DemoCompany, {
    description:
      'Begins to make a company to try things with, or goes on where that stopped. CONFLICT where there are people already.',
  })
  createDemoCompany(): Promise<DemoCompany> {
    return this.service.start();
  }
}
