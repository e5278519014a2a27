import { Arg, Args, Authorized, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Access } from '../caller.js';
import { conflictOr } from '../graphql/conflict.type.js';
import { callerOf, type Context } from '../graphql/context.js';
import { PageArgs } from '../graphql/page.type.js';
import type { Page } from '../paging.js';
import type { PipelineService, ReadRun } from './pipeline.service.js';
import { PipelineRunConnection, PipelineRunType, StartPipelineInput, StartPipelineResult } from './pipeline.type.js';

@Resolver()
export class PipelineResolver {
  constructor(private readonly service: PipelineService) {}

  @Authorized<Access>('ADMIN')
  @Query(() => PipelineRunConnection, { description: 'Those whose jobs are still kept.' })
  async pipelineRuns(@Args() page: PageArgs): Promise<Page<PipelineRunType>> {
    const { edges, pageInfo } = await this.service.list(page);
    return { edges: edges.map(({ cursor, node }) => ({ cursor, node: viewOf(node) })), pageInfo };
  }

  @Authorized<Access>('ADMIN')
  @Mutation(() => StartPipelineResult, {
    description: 'Makes a model version from the samples of everybody who is enrolled.',
  })
  startPipeline(
    @Ctx() context: Context,
    @Arg('input', () => StartPipelineInput, { defaultValue: {} }) { fromCheckIns, promote }: StartPipelineInput,
  ): Promise<typeof StartPipelineResult> {
    const { source } = callerOf(context);
    return conflictOr(this.service.start({ fromCheckIns, promote }, source).then(viewOf));
  }
}

function viewOf({ job, steps, result }: ReadRun): PipelineRunType {
  return {
    id: job.id,
    job,
    steps: steps.map(({ name, finishedAt, seconds, summary, inputs }) => ({
      name: name.toUpperCase() as Uppercase<typeof name>,
      finishedAt,
      seconds,
      summary: JSON.stringify(summary),
      inputs: JSON.stringify(inputs),
    })),
    outcome: result?.outcome ?? null,
    versionId: result?.version ?? null,
    reasons: [...(result?.reasons ?? [])],
  };
}
