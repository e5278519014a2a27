import { registerEnumType } from 'type-graphql';
import { enumOf } from '../graphql/enum-of.js';

export const DayPartEnum = enumOf(['WHOLE', 'FIRST_HALF', 'SECOND_HALF']);
registerEnumType(DayPartEnum, { name: 'DayPart', description: "Which part of a day's scheduled time." });
