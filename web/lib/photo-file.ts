/** What the server takes: 8 MB a photo. */
export const MAX_PHOTO_BYTES = 8 * 1024 * 1024;
export const PHOTO_TYPES = 'image/jpeg,image/png,image/webp,image/heic,image/heif';

/** Words for a chosen file that the server would refuse anyway, or null for one worth sending. */
export function photoFileProblem(file: { name: string; type: string; size: number }): string | null {
  if (file.size === 0) return `“${file.name}” is empty. Choose another picture.`;
  if (file.type !== '' && !file.type.startsWith('image/'))
    return `“${file.name}” is not a picture. Choose a JPEG, PNG or WebP file.`;
  if (file.size > MAX_PHOTO_BYTES) return `“${file.name}” is larger than 8 MB. Choose a smaller picture.`;
  return null;
}
