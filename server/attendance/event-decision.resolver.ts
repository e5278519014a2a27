import { Authorized, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import { scopeOf, type Context } from '../graphql/context.js';
import type { DecisionService } from '../decisions/decision.service.js';
import { RecognitionDecisionType } from '../decisions/decision.type.js';
import { AttendanceEventType } from './attendance.type.js';

@Resolver(() => AttendanceEventType)
export class EventDecisionResolver {
  constructor(private readonly decisions: DecisionService) {}

  @Authorized<Access>('MANAGER')
  @FieldResolver(() => RecognitionDecisionType, {
    nullable: true,
    description: 'Why the face counted as theirs; null where no face was compared.',
  })
  async decision(
    @Root() event: { decisionId: string | null },
    @Ctx() context: Context,
  ): Promise<RecognitionDecisionType | null> {
    return event.decisionId ? this.decisions.find(scopeOf(context), event.decisionId) : null;
  }
}
