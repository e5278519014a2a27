import type { StoredTemplate, TemplateRepository } from '../enrolment/template.repository.js';
import { openStored } from '../enrolment/open-stored.js';
import type { Shot } from '../recognition/evaluation/acquire.js';
import { seededRandom, shuffled } from '../recognition/evaluation/random.js';
import type { Keyring } from '../storage/master-key.js';
import type { Ingested, SampleEntry, SampleSource, Watch } from './sample-source.js';
import type { RunFolder } from './run-folder.js';

const BATCH = 1_000;

interface Models {
  modelId: string;
  secondModelId: string;
}

/** The samples of everybody who is enrolled and agrees. Their templates stay where they are and are read for each step. */
export class EnrolledSamples implements SampleSource {
  constructor(
    private readonly dependencies: {
      templates: Pick<TemplateRepository, 'listAgreedSamples' | 'listFirst' | 'listSecond'>;
      keyring: Pick<Keyring, 'all'>;
      models: Models;
      /** More are not looked at: people are drawn until there are so many. */
      mostSamples: number;
      /** Makes samples of check-ins; gives how many. */
      takeCheckIns: (watch: Watch) => Promise<number>;
    },
  ) {}

  async ingest(watch: Watch): Promise<Ingested> {
    const fromCheckIns = await this.dependencies.takeCheckIns(watch);
    const { templates, mostSamples } = this.dependencies;
    const byPerson = new Map<string, SampleEntry[]>();
    let count = 0;
    for await (const { id, employeeId, use } of everyRow((after) => templates.listAgreedSamples(BATCH, after))) {
      const part = use === 'TRAIN' ? 'Train' : 'Test';
      const entry: SampleEntry = { person: employeeId, part, file: id, digest: null };
      byPerson.set(employeeId, [...(byPerson.get(employeeId) ?? []), entry]);
      watch.progress(++count, count);
    }
    const entries: SampleEntry[] = [];
    for (const person of shuffled([...byPerson.keys()].sort(), seededRandom(1))) {
      if (entries.length + byPerson.get(person)!.length <= mostSamples) entries.push(...byPerson.get(person)!);
    }
    entries.sort((a, b) => (a.file < b.file ? -1 : 1));
    return { source: 'installation', entries, fromCheckIns, leftOut: count - entries.length };
  }

  async embed(entries: readonly SampleEntry[], folder: RunFolder, { progress }: Watch): Promise<number> {
    const shots = await this.shots(entries, folder);
    progress(entries.length, entries.length);
    return shots.filter(({ templates }) => templates).length;
  }

  async shots(entries: readonly SampleEntry[], _folder: RunFolder): Promise<Shot[]> {
    const { templates, models } = this.dependencies;
    const wanted = new Map(entries.map((entry) => [entry.file, entry]));
    const firsts = await this.open(wanted, models.modelId, (after) =>
      templates.listFirst(models.modelId, BATCH, after),
    );
    const seconds = await this.open(wanted, models.secondModelId, (after) =>
      templates.listSecond(models, BATCH, after),
    );
    return entries.map(({ person, part, file }) => {
      const [first, second] = [firsts.get(file), seconds.get(file)];
      const templates = first && second ? { first, second } : null;
      const failure = templates ? null : 'It has no templates of the present models: run npm run templates:rebuild.';
      return { person, part, file, templates, failure, faces: templates ? 1 : 0, complaint: null, times: null };
    });
  }

  private async open(
    wanted: ReadonlyMap<string, SampleEntry>,
    modelId: string,
    list: (after: string | null) => Promise<StoredTemplate[]>,
  ): Promise<Map<string, Float32Array>> {
    const opened = new Map<string, Float32Array>();
    const rows = everyRow(async (after) => (await list(after)).map((row) => ({ id: row.sampleId, ...row })));
    for await (const row of rows) {
      if (!wanted.has(row.sampleId)) continue;
      const template = openStored(row, { masters: this.dependencies.keyring.all, modelId });
      if (template) opened.set(row.sampleId, template);
    }
    return opened;
  }
}

async function* everyRow<Row extends { id: string }>(
  list: (after: string | null) => Promise<Row[]>,
): AsyncGenerator<Row, void, undefined> {
  for (let after: string | null = null; ;) {
    const batch: Row[] = await list(after);
    yield* batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)!.id;
  }
}
