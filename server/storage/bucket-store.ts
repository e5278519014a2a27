import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { StartupError, UnavailableError, wordsOf } from '../errors.js';
import type { ObjectStore } from './object-store.js';

export interface BucketSettings {
  name: string;
  /** What all keys begin with: empty, or ending with a slash. */
  prefix: string;
  /** Null for Amazon's own. */
  endpoint: string | null;
  region: string;
  /** Null where the machine has them: a role, a profile, the variables of AWS. */
  credentials: { accessKeyId: string; secretAccessKey: string } | null;
}

/** Somebody may be waiting at a kiosk, which keeps their punch for later where this takes too long. */
const CONNECT_MS = 1_000;
const ANSWER_MS = 5_000;
/** The first one among them. */
const TRIES = 2;

/** Objects in a bucket, by the S3 API: put, get, head, copy, delete and list (version 2). */
export class BucketStore implements ObjectStore {
  private readonly client: S3Client;

  constructor(private readonly settings: BucketSettings) {
    const { endpoint, region, credentials } = settings;
    this.client = new S3Client({
      region,
      ...(endpoint && { endpoint, forcePathStyle: true }),
      ...(credentials && { credentials }),
      maxAttempts: TRIES,
      requestHandler: {
        connectionTimeout: CONNECT_MS,
        requestTimeout: ANSWER_MS,
        throwOnRequestTimeout: true,
        socketTimeout: ANSWER_MS,
      },
      // What the client would send besides is understood by newer servers only.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  async open(): Promise<void> {
    try {
      await this.put('.writable', Buffer.alloc(0));
      await this.remove('.writable');
    } catch (error) {
      throw new StartupError([`S3_BUCKET: cannot write to ${this.settings.name} (${wordsOf(error)})`]);
    }
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    await this.asked(this.client.send(new PutObjectCommand({ ...this.at(key), Body: bytes })));
  }

  get(key: string): Promise<Buffer | null> {
    const read = async () => {
      const { Body } = await this.client.send(new GetObjectCommand(this.at(key)));
      return Buffer.from(await Body!.transformToByteArray());
    };
    return this.asked(read().catch(unlessNotThere));
  }

  async modifiedAt(key: string): Promise<Date | null> {
    const found = await this.asked(this.client.send(new HeadObjectCommand(this.at(key))).catch(unlessNotThere));
    return found?.LastModified ?? null;
  }

  async move(from: string, to: string): Promise<void> {
    const { Bucket, Key } = this.at(from);
    const CopySource = encodeURI(`${Bucket}/${Key}`);
    await this.asked(this.client.send(new CopyObjectCommand({ ...this.at(to), CopySource })));
    await this.delete(from);
  }

  async remove(key: string): Promise<boolean> {
    const was = (await this.modifiedAt(key)) !== null;
    if (was) await this.delete(key);
    return was;
  }

  async *list(folder: string): AsyncGenerator<string, void, undefined> {
    const { Bucket, Key: Prefix } = this.at(folder);
    const pages = paginateListObjectsV2({ client: this.client }, { Bucket, Prefix });
    for (;;) {
      const page = await this.asked(pages.next());
      if (page.done) return;
      for (const { Key } of page.value.Contents ?? []) yield Key!.slice(this.settings.prefix.length);
    }
  }

  async keepsVersions(): Promise<boolean | null> {
    const asked = this.client.send(new GetBucketVersioningCommand({ Bucket: this.settings.name }));
    return asked.then(({ Status }) => Status === 'Enabled').catch(() => null);
  }

  private async delete(key: string): Promise<void> {
    await this.asked(this.client.send(new DeleteObjectCommand(this.at(key))));
  }

  private at(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.settings.name, Key: `${this.settings.prefix}${key}` };
  }

  /**
   * What the bucket refuses is a mistake of ours or of its settings; anything else may do later. The client's own errors
   * carry the request with its signature, so they go no further.
   */
  private asked<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: Error) => {
      const status = error instanceof S3ServiceException ? (error.$metadata.httpStatusCode ?? 500) : 500;
      const said = new Error(`${error.name}: ${error.message}`);
      throw status < 500 && status !== 429 ? said : new UnavailableError(said);
    });
  }
}

function unlessNotThere(error: unknown): null {
  if (error instanceof S3ServiceException && ['NoSuchKey', 'NotFound'].includes(error.name)) return null;
  throw error;
}
