import { FieldResolver, Resolver, Root } from 'type-graphql';
import { AttendanceType, DayException } from './attendance.type.js';

/** The fields of a day record that are kept as words in one column. */
@Resolver(() => AttendanceType)
export class DayRecordResolver {
  @FieldResolver(() => [DayException], { description: 'In a fixed order, each once.' })
  exceptions(@Root() { exceptions }: { exceptions: string }): (keyof typeof DayException)[] {
    return words(exceptions) as (keyof typeof DayException)[];
  }

  @FieldResolver(() => [String], {
    description:
      'Who made the punches other than they were recorded, as "user:…" or "kiosk:…"; empty where nobody did.',
  })
  correctedBy(@Root() { correctedBy }: { correctedBy: string }): string[] {
    return words(correctedBy);
  }
}

const words = (text: string): string[] => (text === '' ? [] : text.split(' '));
