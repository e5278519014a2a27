import { ShortLivedRepository, type ShortLivedValue } from '../storage/short-lived.repository.js';

export class InMemoryShortLived extends ShortLivedRepository {
  private readonly rows = new Map<string, ShortLivedValue>();

  constructor() {
    super(undefined as never);
  }

  override put = async (key: string, kept: ShortLivedValue) => void this.rows.set(key, { ...kept });

  override find = async (key: string, now: Date) => {
    const row = this.rows.get(key);
    return row && row.expiresAt > now ? row.value : null;
  };

  override take = async (key: string, now: Date) => {
    const row = this.rows.get(key);
    if (!row || row.triesLeft === 0 || row.expiresAt <= now) return null;
    row.triesLeft--;
    return row.value;
  };

  override remove = async (key: string) => this.rows.delete(key);
}
