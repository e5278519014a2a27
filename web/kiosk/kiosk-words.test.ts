import { describe, expect, it } from 'vitest';
import { GERMAN } from './kiosk-words.de';
import { ENGLISH } from './kiosk-words.en';

/** Each text of a table with its place in it; those that are made of something are made of these. */
function texts(words: object, place = ''): [place: string, text: string][] {
  return Object.entries(words).flatMap(([name, word]: [string, unknown]): [string, string][] => {
    const here = `${place}/${name}`;
    if (typeof word === 'function') return [[here, String((word as (...made: unknown[]) => string)('7', '8'))]];
    return typeof word === 'string' ? [[here, word]] : texts(word as object, here);
  });
}

describe('the words of a kiosk', () => {
  const english = new Map(texts(ENGLISH));

  it.each(texts(GERMAN))('in German at %s are not the English ones', (place, text) => {
    expect(text.trim()).not.toBe('');
    expect(text).not.toBe(english.get(place));
  });
});
