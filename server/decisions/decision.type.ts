import { ArgsType, Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';
import { enumOf } from '../graphql/enum-of.js';
import { connectionOf, PageArgs } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';
import { LivenessLevelEnum } from '../graphql/liveness-level.type.js';
import type { LivenessLevel } from '../liveness-level.js';
import { refusalReasons } from '../refusal.js';

const DecisionOutcome = enumOf(['MATCHED', ...refusalReasons]);
registerEnumType(DecisionOutcome, {
  name: 'DecisionOutcome',
  description: 'MATCHED, or the reason of the refusal.',
});

@ObjectType({ description: "Two distances, and what was asked of them. Distances are the encoder's own." })
export class FaceComparison {
  @Field({ description: 'The encoder; two ids joined by "+" for both together.' })
  modelId!: string;

  @Field(() => Float, { nullable: true, description: 'To the nearest person; null where nobody is enrolled.' })
  distance!: number | null;

  @Field(() => Float, { nullable: true, description: 'To the nearest other person; null where there is nobody else.' })
  runnerUpDistance!: number | null;

  @Field(() => Float, { description: 'A match is nearer than this …' })
  threshold!: number;

  @Field(() => Float, { description: '… and the runner-up at least this much further away.' })
  margin!: number;
}

@ObjectType({ description: 'What a photo of a face is like, as far as recognition suffers from it.' })
export class PhotoQuality {
  @Field(() => Float, { description: '0..1.' })
  score!: number;

  @Field(() => Float, { description: 'Between the eyes, in pixels.' })
  eyeDistance!: number;

  @Field(() => Float, { description: 'Mean brightness of the face, 0..255.' })
  brightness!: number;

  @Field(() => Float, { description: 'Standard deviation of the brightness, 0..128.' })
  contrast!: number;

  @Field(() => Float, { description: 'Grows with detail.' })
  sharpness!: number;

  @Field(() => Float, { description: "Degrees, towards the person's own left positive." })
  yaw!: number;

  @Field(() => Float, { description: 'Degrees, up positive.' })
  pitch!: number;

  @Field(() => Float, { description: 'Degrees, clockwise in the picture positive.' })
  roll!: number;
}

@ObjectType({ description: 'A number, word or yes/no that a liveness check went by.' })
export class LivenessSign {
  @Field()
  name!: string;

  @Field()
  value!: string;
}

@ObjectType('RecognitionDecision', {
  description: 'Why somebody was recognised or refused. Holds nothing of the face itself.',
})
export class RecognitionDecisionType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeISO, { name: 'at' })
  decidedAt!: Date;

  @Field({ description: 'Who asked: "kiosk:{id}" or "user:{id}".' })
  source!: string;

  @Field(() => DecisionOutcome)
  outcome!: keyof typeof DecisionOutcome;

  @Field(() => EmployeeType, { nullable: true, description: 'The nearest person, matched or not.' })
  employee!: EmployeeType | null;

  @Field(() => EmployeeType, { nullable: true, description: 'The nearest other person.' })
  runnerUp!: EmployeeType | null;

  @Field(() => Int, { description: 'How many enrolled photos were compared with.' })
  gallerySize!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The model version that was decided by; null from before there were any.',
  })
  modelVersion!: string | null;

  @Field(() => FaceComparison, { nullable: true, description: "The first encoder's; null where none was made." })
  first!: FaceComparison | null;

  @Field(() => FaceComparison, {
    nullable: true,
    description: 'Both encoders together; null where the first left no doubt.',
  })
  fused!: FaceComparison | null;

  @Field({ description: 'Somebody else was taken for the nearest person before, so more was wanted than of others.' })
  heedsMistake!: boolean;

  @Field(() => Float, { nullable: true, description: '0..1, the probability that a match is right.' })
  confidence!: number | null;

  @Field(() => Int, { description: 'How many photographs were looked at.' })
  frames!: number;

  @Field(() => PhotoQuality, { nullable: true, description: 'Null where no face was found.' })
  quality!: PhotoQuality | null;

  @Field(() => LivenessLevelEnum)
  livenessLevel!: LivenessLevel;
}

@ArgsType()
export class RecognitionDecisionsArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only where this person was the nearest.' })
  employeeId?: string | null;

  @Field(() => DecisionOutcome, { nullable: true })
  outcome?: keyof typeof DecisionOutcome | null;
}

export const RecognitionDecisionConnection = connectionOf(
  RecognitionDecisionType,
  'RecognitionDecision',
  'Newest first.',
);
