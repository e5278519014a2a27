import { createUnionType, Field, ID, ObjectType, registerEnumType, type ClassType } from 'type-graphql';
import { ConflictError, conflictReasons, type ConflictReason } from '../errors.js';
import { enumOf } from './enum-of.js';

const ConflictReasonEnum = enumOf(conflictReasons);
registerEnumType(ConflictReasonEnum, { name: 'ConflictReason' });

@ObjectType('Conflict', { description: 'An expected "no" to a manager: as things are, it cannot be done.' })
export class ConflictType {
  @Field(() => ConflictReasonEnum)
  reason!: ConflictReason;

  @Field()
  message!: string;
}

@ObjectType('Deleted', { description: 'What had this id is gone.' })
export class Deleted {
  @Field(() => ID)
  id!: string;
}

/** The result of a mutation that may meet a conflict. */
export const orConflict = <T extends object>(type: ClassType<T>, name: string) =>
  createUnionType({
    name,
    types: () => [type, ConflictType] as const,
    resolveType: (value) => (value instanceof ConflictType ? ConflictType : type),
  });

/** What a deletion comes to: it is gone, or in use and stays. */
export const DeletionResult = orConflict(Deleted, 'DeletionResult');

/** What came of a piece of work, or the conflict that it met. */
export async function conflictOr<T>(work: Promise<T>): Promise<T | ConflictType> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const { reason, message } = error;
    return Object.assign(new ConflictType(), { reason, message });
  }
}
