import { Field, Float, ID, ObjectType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';

@ObjectType('MistakenMatch', {
  description:
    'Somebody was taken for somebody else by face. Whoever looks that much like it again is refused with AMBIGUOUS_FACE. Goes with the biometrics of either of the two.',
})
export class MistakenMatchType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { description: 'The punch that was taken back.' })
  eventId!: string;

  @Field(() => EmployeeType, { name: 'takenFor', description: 'Whose punch it became.' })
  wrong!: EmployeeType;

  @Field(() => EmployeeType, { name: 'inTruth', nullable: true, description: 'Who it was; null where nobody knows.' })
  right!: EmployeeType | null;

  @Field({ description: 'What measured: an encoder, or two joined by "+". Of no effect where others are in use now.' })
  modelId!: string;

  @Field(() => Float, { description: "To the person that it was taken for, the encoder's own." })
  distance!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'How much further away the right person was; null where that was not measured.',
  })
  gap!: number | null;

  @Field(() => DateTimeISO, { name: 'at', description: 'When it was taken back.' })
  notedAt!: Date;

  @Field({ description: 'Who took it back, as "kiosk:…" or "user:…".' })
  source!: string;
}

export const MistakenMatchConnection = connectionOf(MistakenMatchType, 'MistakenMatch', 'Newest first.');
