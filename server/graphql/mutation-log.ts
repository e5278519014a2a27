import type { GraphQLResolveInfo } from 'graphql';
import type { MiddlewareFn } from 'type-graphql';
import type { Clock } from '../clock.js';
import { codeOf } from '../errors.js';
import type { Logger } from '../logger.js';
import type { Refusal } from '../refusal.js';
import { ConflictType } from './conflict.type.js';
import type { Context } from './context.js';

type Field = Pick<GraphQLResolveInfo, 'fieldName' | 'parentType'>;

/** One log line a mutation: what was asked, by whom, how it ended and how long it took. Never what was sent. */
export class MutationLog {
  constructor(private readonly dependencies: { logger: Logger; clock: Clock }) {}

  /** Goes around every resolver. */
  readonly middleware: MiddlewareFn<Context> = async ({ context, info }, next) => {
    if (info.parentType.name !== 'Mutation') return next() as unknown;
    const { clock } = this.dependencies;
    const start = clock.now().getTime();
    const ms = () => clock.now().getTime() - start;
    try {
      const result = (await next()) as unknown;
      this.write(info, context, isNo(result) ? result.reason : 'ok', ms());
      return result;
    } catch (error) {
      this.failed(info, context, error, ms());
      throw error;
    }
  };

  /** A mutation that ended with an error; one whose caller may not do it gets no further than this. */
  failed(info: Field, context: Context, error: unknown, ms = 0): void {
    this.write(info, context, codeOf(error), ms);
  }

  private write({ fieldName, parentType }: Field, { caller }: Context, outcome: string, ms: number): void {
    if (parentType.name !== 'Mutation') return;
    this.dependencies.logger.info({ mutation: fieldName, outcome, ms, caller: caller?.source ?? 'anonymous' });
  }
}

/** By its class or mark: what a manager writes is a `reason` too, and is none of the log's business. */
export const isNo = (result: unknown): result is ConflictType | Refusal =>
  result instanceof ConflictType ||
  (typeof result === 'object' && result !== null && 'outcome' in result && result.outcome === 'refused');
