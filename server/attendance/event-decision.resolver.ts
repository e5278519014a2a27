import { Authorized, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Role } from '../caller.js';
import type { DecisionService } from '../decisions/decision.service.js';
import { RecognitionDecisionType } from '../decisions/decision.type.js';
import { AttendanceEventType } from './attendance.type.js';

@Resolver(() => AttendanceEventType)
export class EventDecisionResolver {
  constructor(private readonly decisions: DecisionService) {}

  @Authorized<Role>('MANAGER')
  @FieldResolver(() => RecognitionDecisionType, {
    nullable: true,
    description: 'Why the face counted as theirs; null where no face was compared.',
  })
  async decision(@Root() event: { decisionId: string | null }): Promise<RecognitionDecisionType | null> {
    return event.decisionId ? this.decisions.find(event.decisionId) : null;
  }
}
