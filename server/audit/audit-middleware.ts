import type { GraphQLResolveInfo } from 'graphql';
import type { MiddlewareFn } from 'type-graphql';
import { networkOf } from '../client-address.js';
import { codeOf } from '../errors.js';
import type { Context } from '../graphql/context.js';
import { RateLimit, RateLimitedError } from '../rate-limit.js';
import type { Act, AuditTrail, Outcome } from './audit-trail.js';
import { auditedAs } from './audited-operations.js';

type Field = Pick<GraphQLResolveInfo, 'fieldName' | 'parentType'>;

/** Puts every mutation and every sensitive query into the audit, whoever built it. */
export class AuditMiddleware {
  /** Strangers fail as often as they like; what is kept of it is bounded. */
  private readonly strangers = new RateLimit({ name: 'failures of strangers', requests: 1, seconds: 60 });
  /** What a request has been recorded for already: a field of 200 rows is one act. */
  private readonly done = new WeakMap<Context, Set<string>>();

  constructor(private readonly trail: Pick<AuditTrail<unknown>, 'run' | 'refused'>) {}

  /** Goes around every resolver. */
  readonly middleware: MiddlewareFn<Context> = async ({ context, args, info }, next) => {
    const action = auditedAs(info.parentType.name, info.fieldName);
    if (!action || this.isRepeated(context, action, info)) return (await next()) as unknown;
    const act = actOf(action, context, args);
    return this.trail.run(context.caller ? act : this.ofStranger(act), next, outcomeOf);
  };

  /** An operation whose caller may not do it: it gets no further. Of nobody in particular nothing is kept. */
  async denied({ fieldName, parentType }: Field, context: Context, error: unknown): Promise<void> {
    const action = auditedAs(parentType.name, fieldName);
    if (!action || !context.caller) return;
    const outcome = codeOf(error);
    await this.trail.refused(actOf(action, context, {}), outcome);
  }

  /** Of an act by nobody in particular one failure a minute is kept of each network. */
  private ofStranger(act: Act): Act {
    const mayTellFailure = () =>
      this.strangers.take(`${act.action} ${networkOf(act.address ?? '')}`).then(
        () => true,
        (error: unknown) => {
          if (error instanceof RateLimitedError) return false;
          throw error;
        },
      );
    return { ...act, mayTellFailure };
  }

  private isRepeated(context: Context, action: string, { parentType }: Field): boolean {
    if (parentType.name === 'Mutation' || parentType.name === 'Query') return false;
    const done = this.done.get(context) ?? new Set();
    this.done.set(context, done);
    return done.has(action) || !done.add(action);
  }
}

function actOf(action: string, { caller, address }: Context, args: Record<string, unknown>): Act {
  const subject = [args['employeeId'], args['id']].find((id) => typeof id === 'string') ?? null;
  return {
    actor: caller?.source ?? 'anonymous',
    actorName: caller?.name ?? null,
    action,
    address,
    subject: subject,
    sent: args,
  };
}

/** A union's "no" is its reason; what was made says about whom it was. */
function outcomeOf(result: unknown): Outcome {
  if (typeof result !== 'object' || result === null) return { outcome: 'ok' };
  if ('reason' in result && typeof result.reason === 'string') return { outcome: result.reason };
  const about = 'employee' in result ? result.employee : result;
  const hasId = typeof about === 'object' && about !== null && 'id' in about && typeof about.id === 'string';
  return { outcome: 'ok', subject: hasId ? (about as { id: string }).id : null };
}
