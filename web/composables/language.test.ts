import { describe, expect, it } from 'vitest';
import { languageOf, localeOf } from './language';

describe('a language', () => {
  it.each([
    [['de-AT', 'en'], 'de'],
    [['fr-FR', 'de'], 'de'],
    [['EN-us'], 'en'],
    [['ja'], 'en'],
    [[], 'en'],
  ])('of a browser that wants %o is %s', (wanted, language) => {
    expect(languageOf(wanted)).toBe(language);
  });

  it('writes times as the browser does where that speaks it', () => {
    expect(localeOf('de', 'de-AT')).toBe('de-AT');
    expect(localeOf('de', 'en-GB')).toBe('de');
  });
});
