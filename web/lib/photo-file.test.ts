import { describe, expect, it } from 'vitest';
import { MAX_PHOTO_BYTES, photoFileProblem } from './photo-file';

describe('photoFileProblem', () => {
  it('lets pictures of up to 8 MB through, also where the browser knows no type', () => {
    expect(photoFileProblem({ name: 'a.jpg', type: 'image/jpeg', size: MAX_PHOTO_BYTES })).toBeNull();
    expect(photoFileProblem({ name: 'a.heic', type: '', size: 10 })).toBeNull();
  });

  it.each([
    [{ name: 'a.pdf', type: 'application/pdf', size: 10 }, 'not a picture'],
    [{ name: 'a.jpg', type: 'image/jpeg', size: MAX_PHOTO_BYTES + 1 }, 'larger than 8 MB'],
    [{ name: 'a.jpg', type: 'image/jpeg', size: 0 }, 'empty'],
  ])('refuses %o', (file, words) => {
    expect(photoFileProblem(file)).toContain(words);
  });
});
