import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { orConflict } from '../graphql/conflict.type.js';
import { connectionOf } from '../graphql/page.type.js';
import { DateTimeISO } from '../graphql/scalars.js';

@ObjectType({ description: 'A rate that goes by a threshold at which so many strangers pass.' })
export class RateAtFpir {
  @Field(() => Float, { description: '0..1, the share of strangers who are taken for somebody.' })
  fpir!: number;

  @Field(() => Float, { description: '0..1, the share of enrolled people who are not recognised.' })
  fnir!: number;

  @Field(() => Float, { description: 'Lower end of the 95 % interval of fnir.' })
  low!: number;

  @Field(() => Float, { description: 'Upper end of it.' })
  high!: number;
}

@ObjectType({ description: 'How a version did on photos that it was not made from. Rates are shares, 0..1.' })
export class ModelFigures {
  @Field(() => Int, { description: 'Photos of enrolled people, over all splits.' })
  matedProbes!: number;

  @Field(() => Int, { description: 'Photos of people who were not enrolled, over all splits.' })
  strangerProbes!: number;

  @Field(() => Float, { nullable: true, description: 'Enrolled people not recognised, with its thresholds.' })
  fnir!: number | null;

  @Field(() => Float, { nullable: true, description: 'Strangers taken for somebody, with its thresholds.' })
  fpir!: number | null;

  @Field(() => Float, { nullable: true, description: 'Enrolled people taken for somebody else.' })
  misidentified!: number | null;

  @Field(() => Float, { nullable: true, description: 'The nearest person is the right one.' })
  rank1!: number | null;

  @Field(() => [RateAtFpir], { description: 'At thresholds chosen on these very photos.' })
  fnirAtFpir!: RateAtFpir[];
}

@ObjectType({ description: 'Samples that validation set aside for one reason.' })
export class SetAside {
  @Field({ description: 'Such as WRONG_PERSON, DUPLICATE or POOR_QUALITY.' })
  reason!: string;

  @Field(() => Int)
  samples!: number;
}

@ObjectType({ description: 'What a classifier head, trained on templates, gave as a second opinion.' })
export class ModelHead {
  @Field(() => Float, { description: 'The share of strangers passing at which the two are compared.' })
  fpir!: number;

  @Field(() => Float)
  fnirWithout!: number;

  @Field(() => Float)
  fnirWith!: number;

  @Field({ description: 'It is used only where it lost fewer people.' })
  helps!: boolean;
}

@ObjectType('ModelVersion', { description: 'What faces are decided by: thresholds, and how they came about.' })
export class ModelVersionType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeISO)
  createdAt!: Date;

  @Field()
  isProduction!: boolean;

  @Field({ description: 'The last one that was made.' })
  isCandidate!: boolean;

  @Field({ description: 'Whether the comparison with production let it pass.' })
  passed!: boolean;

  @Field(() => [String], { description: 'Why not, in whole sentences.' })
  gateReasons!: string[];

  @Field(() => [String], { description: 'The ids of both encoders.' })
  encoders!: string[];

  @Field({ description: '"installation", or the name of the folder of photos.' })
  dataSource!: string;

  @Field(() => Int)
  people!: number;

  @Field(() => Int, { description: 'Samples that it was made from.' })
  trainSamples!: number;

  @Field(() => Int, { description: 'Samples that it was judged on.' })
  testSamples!: number;

  @Field(() => [SetAside])
  setAside!: SetAside[];

  @Field({ description: 'Whose distances the thresholds rest on: "installation" or "shipped".' })
  calibratedOn!: string;

  @Field(() => Float, { description: 'Nearer than this the first encoder is believed alone, for its people.' })
  sure!: number;

  @Field(() => Float, { description: 'Nearer than this both encoders together are believed.' })
  threshold!: number;

  @Field(() => [String], { description: 'What to know of the calibration.' })
  notes!: string[];

  @Field(() => ModelFigures)
  figures!: ModelFigures;

  @Field(() => ID, {
    description: 'What was in production when it was made; "shipped" for what comes with the program.',
  })
  comparedWith!: string;

  @Field(() => ModelFigures, { description: 'What was in production, on the same photos.' })
  productionFigures!: ModelFigures;

  @Field(() => ModelHead, { nullable: true, description: 'Null where too few photos were there to train one.' })
  head!: ModelHead | null;

  @Field(() => [String])
  licences!: string[];

  @Field(() => [String])
  limits!: string[];
}

@ObjectType('ProductionModel', { description: 'What faces are decided by at present.' })
export class ProductionModelType {
  @Field(() => ID, { description: '"shipped" for what comes with the program.' })
  id!: string;

  @Field(() => ModelVersionType, { nullable: true, description: 'Null for what comes with the program.' })
  version!: ModelVersionType | null;

  @Field(() => DateTimeISO, { nullable: true })
  since!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who put it there, as "user:…", "cli" or "pipeline".' })
  source!: string | null;
}

export const ModelVersionConnection = connectionOf(ModelVersionType, 'ModelVersion', 'Newest first.');
export const PromoteModelResult = orConflict(ModelVersionType, 'PromoteModelResult');
export const RollBackModelResult = orConflict(ProductionModelType, 'RollBackModelResult');
