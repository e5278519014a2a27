import sharp, { type Sharp } from 'sharp';

/** Ways to make a photo harder, so that a method can be judged on more than the good photos at hand. */
const DEGRADATIONS = {
  /** As small grey portraits are: 92x112. */
  'small-grey': (photo: Sharp) => photo.greyscale().resize(92, 112, { fit: 'cover' }).png(),
  'smaller-grey': (photo: Sharp) => photo.greyscale().resize(64, 64, { fit: 'cover' }).jpeg({ quality: 90 }),
  /** 34 pixels a side, enlarged again. */
  coarse: async (photo: Sharp) => {
    const tiny = await photo.greyscale().resize(34, 34, { fit: 'cover' }).png().toBuffer();
    return sharp(tiny).resize(100, 100).jpeg({ quality: 70 });
  },
  compressed: (photo: Sharp) => photo.resize(140, 140, { fit: 'inside' }).jpeg({ quality: 25 }),
  blurred: (photo: Sharp) => photo.resize(200, 200, { fit: 'inside' }).blur(2.2).jpeg({ quality: 60 }),
  /** A fifth of the light. */
  dark: (photo: Sharp) => photo.resize(200, 200, { fit: 'inside' }).linear(0.18, 0).jpeg({ quality: 50 }),
} satisfies Record<string, (photo: Sharp) => Sharp | Promise<Sharp>>;

type Way = keyof typeof DEGRADATIONS;
/** `mixed`: each photo in another way or none, in turn by its number in the set; a kiosk's photos are no more alike. */
export type Degradation = Way | 'mixed';

const ways = Object.keys(DEGRADATIONS) as Way[];
export const degradationNames: readonly Degradation[] = [...ways, 'mixed'];

/** The bytes of a harder copy; the photo itself where none is its turn. */
export async function degrade(photo: Buffer, degradation: Degradation, number: number): Promise<Buffer> {
  const way = degradation === 'mixed' ? ways[number % (ways.length + 1)] : degradation;
  return way ? (await DEGRADATIONS[way](sharp(photo))).toBuffer() : photo;
}
