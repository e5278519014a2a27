import { Arg, Authorized, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Access } from '../caller.js';
import type { DownloadTickets } from '../download-tickets.js';
import { DownloadTicket } from '../graphql/download-ticket.type.js';
import { ModelVersionType } from '../models/model.type.js';
import type { EvaluationService } from './evaluation.service.js';
import { ModelEvaluation } from './evaluation.type.js';

@Resolver(() => ModelVersionType)
export class EvaluationResolver {
  constructor(
    private readonly service: EvaluationService,
    private readonly tickets: DownloadTickets,
  ) {}

  @FieldResolver(() => ModelEvaluation, { nullable: true, description: 'Null where its files are gone.' })
  evaluation(@Root() { id, dataSource }: ModelVersionType): Promise<ModelEvaluation | null> {
    return this.service.find(id, dataSource);
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => DownloadTicket, { description: 'The photo of a sample, to see what is wrong with it. In the audit.' })
  async samplePhoto(@Arg('sampleId', () => ID) sampleId: string): Promise<DownloadTicket> {
    await this.service.openPhoto(sampleId);
    return this.tickets.issue('sample', sampleId);
  }
}
