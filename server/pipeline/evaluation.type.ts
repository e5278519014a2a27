import { Field, Float, ID, ObjectType } from 'type-graphql';
import { EmployeeType } from '../employees/employee.type.js';

@ObjectType({ description: 'A point of a DET curve. Shares, 0..1.' })
export class DetPoint {
  @Field(() => Float)
  fpir!: number;

  @Field(() => Float)
  fnir!: number;
}

@ObjectType({ description: 'Somebody of a set: an employee, or a folder of photographs.' })
export class SamplePerson {
  @Field({ description: 'Of the employee, or of the folder.' })
  name!: string;

  @Field(() => EmployeeType, { nullable: true, description: 'Null for a folder, and for somebody who is gone.' })
  employee!: EmployeeType | null;
}

@ObjectType({ description: 'Two different people, by their nearest samples.' })
export class NearPair {
  @Field(() => SamplePerson)
  one!: SamplePerson;

  @Field(() => SamplePerson)
  other!: SamplePerson;

  @Field(() => Float, { description: "The first encoder's distance." })
  first!: number;

  @Field(() => Float, { description: 'Of both encoders.' })
  both!: number;
}

@ObjectType({ description: 'Somebody enrolled, whose nearest person was another one.' })
export class Confusion {
  @Field(() => SamplePerson)
  person!: SamplePerson;

  @Field(() => SamplePerson)
  nearest!: SamplePerson;

  @Field(() => Float, { description: "The share of the person's photos, 0..1." })
  share!: number;
}

@ObjectType({ description: 'Something wrong with a sample.' })
export class SampleFinding {
  @Field(() => SamplePerson)
  person!: SamplePerson;

  @Field({ description: '"Train" or "Test".' })
  part!: string;

  @Field({ description: 'NOT_ACQUIRED, DUPLICATE, WRONG_PERSON, UNLIKE_THE_OTHERS or POOR_QUALITY.' })
  kind!: string;

  @Field({ description: 'In whole sentences.' })
  words!: string;

  @Field(() => SamplePerson, { nullable: true, description: 'Whom it seems to show instead.' })
  seems!: SamplePerson | null;

  @Field(() => ID, { nullable: true, description: 'For samplePhoto; null for a photo of a folder.' })
  sampleId!: string | null;
}

@ObjectType({ description: 'What an epoch of the head gave: mean cross-entropies.' })
export class HeadEpoch {
  @Field(() => Float)
  loss!: number;

  @Field(() => Float, { description: 'On the samples that stopping went by.' })
  stopLoss!: number;
}

@ObjectType({ description: 'How a version was judged. Nothing of a face is in it.' })
export class ModelEvaluation {
  @Field(() => [DetPoint])
  det!: DetPoint[];

  @Field(() => [DetPoint], { description: 'Of what was in production, on the same photos.' })
  productionDet!: DetPoint[];

  @Field(() => [NearPair], { description: 'The nearest first, ten at most.' })
  nearestPairs!: NearPair[];

  @Field(() => [Confusion], { description: 'The most often first, ten at most.' })
  confusions!: Confusion[];

  @Field(() => [SampleFinding], { description: 'At most 200.' })
  findings!: SampleFinding[];

  @Field(() => [HeadEpoch])
  curves!: HeadEpoch[];
}
