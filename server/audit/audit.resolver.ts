import { Args, Authorized, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import type { Page } from '../paging.js';
import type { AuditService } from './audit.service.js';
import { AuditEntriesArgs, AuditEntryConnection, type AuditEntryType } from './audit.type.js';

@Resolver()
export class AuditResolver {
  constructor(private readonly service: AuditService) {}

  @Authorized<Access>('ADMIN')
  @Query(() => AuditEntryConnection)
  auditEntries(@Args() { filter, ...page }: AuditEntriesArgs): Promise<Page<AuditEntryType>> {
    return this.service.list(filter ?? {}, page);
  }

  @Authorized<Access>('ADMIN')
  @Query(() => [String], { description: 'The names of the acts there are, to filter by.' })
  auditActions(): Promise<string[]> {
    return this.service.listActions();
  }
}
