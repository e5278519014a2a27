import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { FileUpload } from 'graphql-upload-ts';
import { PageArgs } from '../graphql/page.type.js';
import { LocalDate, Upload } from '../graphql/scalars.js';

@ArgsType()
export class PunchArgs {
  @Field(() => Upload, { description: 'JPEG, PNG or WebP of one person, at most 8 MB and 25 megapixels.' })
  photo!: Promise<FileUpload>;

  @Field(() => ID, {
    nullable: true,
    description:
      'The same key from the same caller gives the first answer again and records nothing more. Kept 30 days.',
  })
  idempotencyKey?: string | null;
}

@InputType({ description: 'All that is given must hold.' })
export class AttendanceFilter {
  @Field(() => ID, { nullable: true })
  employeeId?: string | null;

  @Field(() => String, { nullable: true })
  department?: string | null;

  @Field(() => ID, { nullable: true })
  siteId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Only days on which somebody came late, or only others.' })
  late?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only days on which somebody, or a punch of theirs, is missing, or only others.',
  })
  missing?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Only days that a correction changed, or only others.' })
  corrected?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day.' })
  from?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day.' })
  to?: string | null;
}

@ArgsType()
export class AttendanceArgs extends PageArgs {
  @Field(() => AttendanceFilter, { nullable: true })
  filter?: AttendanceFilter | null;
}

@ArgsType()
export class AttendanceRecordedArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'The id of the last event seen, or 0 for the whole log: what was missed since comes first, in order.',
  })
  after?: string | null;
}
