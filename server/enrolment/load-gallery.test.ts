import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { StartupError } from '../errors.js';
import { Gallery } from '../recognition/gallery.js';
import { EnrolmentRepository, type StoredTemplate } from './enrolment.repository.js';
import { loadGallery } from './load-gallery.js';
import { sealTemplate } from './sealed-template.js';

const templateKey = randomBytes(32);
const templateOf = (person: number) => Float32Array.of(person, ...new Float32Array(127));

class StoredTemplates extends EnrolmentRepository {
  constructor(private readonly rows: StoredTemplate[]) {
    super(undefined as never);
  }

  override async listTemplates(modelId: string, take: number, afterId: string | null): Promise<StoredTemplate[]> {
    return this.rows.filter((row) => row.modelId === modelId && row.id > (afterId ?? '')).slice(0, take);
  }
}

function storedTemplate(person: number, modelId = 'model-1'): StoredTemplate {
  const id = String(person).padStart(6, '0');
  const owner = { employeeId: `employee-${person}`, sampleId: id, modelId };
  return { id, ...owner, sealed: new Uint8Array(sealTemplate(templateKey, templateOf(person), owner)) };
}

async function load(rows: StoredTemplate[], key = templateKey): Promise<Gallery> {
  const gallery = new Gallery();
  await loadGallery({ enrolments: new StoredTemplates(rows), gallery, templateKey: key, modelId: 'model-1' });
  return gallery;
}

describe('loading the gallery', () => {
  it.each([0, 1, 999, 1000, 1001, 2000])('takes in all of %i templates, each once', async (count) => {
    const gallery = await load(Array.from({ length: count }, (_, index) => storedTemplate(index + 1)));
    expect(gallery.size).toBe(count);
    const nearest = count === 0 ? null : { employeeId: `employee-${count}`, distance: 0 };
    expect(gallery.nearest(templateOf(count))).toEqual(nearest && expect.objectContaining(nearest));
  });

  it('leaves out the templates of other models', async () => {
    const gallery = await load([storedTemplate(1), storedTemplate(2, 'model-2')]);
    expect(gallery.size).toBe(1);
  });

  it.each([
    ['the key is another one', [storedTemplate(1)], randomBytes(32)],
    ['a template was moved to another person', [{ ...storedTemplate(1), employeeId: 'employee-2' }], templateKey],
    ['a template was damaged', [{ ...storedTemplate(1), sealed: new Uint8Array(40) }], templateKey],
  ])('stops the start with what to do when %s', async (_name, rows, key) => {
    await expect(load(rows, key)).rejects.toThrow(StartupError);
    await expect(load(rows, key)).rejects.toThrow('Restore template.key (or TEMPLATE_KEY)');
  });
});
