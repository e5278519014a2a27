import { z } from 'zod';
import type { Clock } from '../clock.js';
import { DomainError } from '../errors.js';
import { newId } from '../ids.js';
import { readPage, type Page, type PageRequest } from '../paging.js';
import { noSuch } from '../row-errors.js';
import { parseInput } from '../validate.js';
import type { ConsentNotice, ConsentNoticeRepository, NoticeKey } from './consent-notice.repository.js';
import { SHIPPED_NOTICES } from './shipped-notices.js';

/** The language of the notice where nothing else is asked for, or nothing there. */
const DEFAULT_LANGUAGE = 'en';

const language = z.string().regex(/^[a-z]{2}$/, 'must be a language of two letters, such as en');
const newNotice = z.object({
  language,
  title: z.string().trim().min(1, 'must not be empty').max(200, 'must have at most 200 characters'),
  text: z
    .string()
    .transform((text) => text.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().min(1, 'must not be empty').max(10_000, 'must have at most 10000 characters')),
});
export type NewNoticeInput = z.input<typeof newNotice>;
const noticeKey: z.ZodType<NoticeKey> = z.tuple([z.string(), z.number()]);

/** What people are told before they agree to face recognition, by language and version. */
export class ConsentNoticeService {
  constructor(private readonly dependencies: { notices: ConsentNoticeRepository; clock: Clock }) {}

  /** Publishes the shipped notices in the languages that have none yet. Once, at the start. */
  async settle(): Promise<void> {
    const { notices, clock } = this.dependencies;
    const there = new Set(await notices.listLanguages());
    for (const notice of SHIPPED_NOTICES.filter(({ language }) => !there.has(language))) {
      await notices.publish({ id: newId(), ...notice, publishedAt: clock.now(), publishedBy: 'shipped' });
    }
  }

  /** The newest notice in a language; the English one where there is none in it. Throws BAD_USER_INPUT. */
  async current(asked: string | null): Promise<ConsentNotice> {
    const { notices } = this.dependencies;
    const wanted = asked === null ? DEFAULT_LANGUAGE : parseInput(z.object({ language }), { language: asked }).language;
    const notice = (await notices.findNewest(wanted)) ?? (await notices.findNewest(DEFAULT_LANGUAGE));
    if (!notice) throw noSuch('consent notice');
    return notice;
  }

  /** The notice that somebody was shown; the newest in English where it is not said. Throws NOT_FOUND. */
  async get(id: string | null): Promise<ConsentNotice> {
    if (id === null) return this.current(null);
    const notice = await this.dependencies.notices.find(id);
    if (!notice) throw noSuch('consent notice');
    return notice;
  }

  listLanguages(): Promise<string[]> {
    return this.dependencies.notices.listLanguages();
  }

  /** By language, newest version first. Throws BAD_USER_INPUT for a page that is off. */
  list(request: PageRequest): Promise<Page<ConsentNotice>> {
    const keyOf = ({ language, version }: ConsentNotice): NoticeKey => [language, version];
    return readPage(request, noticeKey, keyOf, (take, after) => this.dependencies.notices.list(take, after));
  }

  /** Publishes a new version; those before stay, as people agreed to them. Throws BAD_USER_INPUT or BUSY. */
  async publish(input: NewNoticeInput, source: string): Promise<ConsentNotice> {
    const { notices, clock } = this.dependencies;
    const notice = parseInput(newNotice, input);
    const published = await notices.publish({
      id: newId(),
      ...notice,
      publishedAt: clock.now(),
      publishedBy: source,
    });
    if (!published) throw new DomainError('BUSY', 'Somebody else published a notice at this moment. Try again.');
    return published;
  }
}
