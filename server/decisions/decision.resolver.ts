import { Arg, Args, Authorized, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import type { Page } from '../paging.js';
import { explain } from './decision-words.js';
import type { Decision, DecisionService } from './decision.service.js';
import {
  LivenessSign,
  RecognitionDecisionConnection,
  RecognitionDecisionsArgs,
  RecognitionDecisionType,
} from './decision.type.js';

@Resolver(() => RecognitionDecisionType)
export class DecisionResolver {
  constructor(private readonly service: DecisionService) {}

  @Authorized<Access>('MANAGER')
  @Query(() => RecognitionDecisionType, { nullable: true, description: 'Null where there is no such decision.' })
  recognitionDecision(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
  ): Promise<RecognitionDecisionType | null> {
    return this.service.find(scopeOf(context), id);
  }

  @Authorized<Access>('MANAGER')
  @Query(() => RecognitionDecisionConnection)
  recognitionDecisions(
    @Ctx() context: Context,
    @Args() { employeeId, outcome, ...page }: RecognitionDecisionsArgs,
  ): Promise<Page<RecognitionDecisionType>> {
    return this.service.list(scopeOf(context), { employeeId, outcome }, page);
  }

  @FieldResolver(() => String, { description: 'The decision in plain sentences.' })
  explanation(@Root() decision: Decision): string {
    return explain(decision);
  }

  @FieldResolver(() => [LivenessSign], { description: 'What spoke for and against a living person.' })
  liveness(@Root() decision: Decision): LivenessSign[] {
    return Object.entries(decision.liveness ?? {}).map(([name, value]) => ({ name, value: String(value) }));
  }
}
