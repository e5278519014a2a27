import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { refusalReasons, type RefusalReason } from '../refusal.js';
import { enumOf } from './enum-of.js';

export const RefusalReasonEnum = enumOf(refusalReasons);
registerEnumType(RefusalReasonEnum, { name: 'RefusalReason', description: 'Why the answer is no.' });

@ObjectType('Refusal', {
  description: "An expected 'no', with words that can be shown to the person at the kiosk.",
})
export class RefusalType {
  @Field(() => RefusalReasonEnum)
  reason!: RefusalReason;

  @Field()
  message!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'What recognitionDecision(id) explains; null where no face was looked at.',
  })
  decisionId?: string | null;
}
