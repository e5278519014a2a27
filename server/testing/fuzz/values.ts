import fc from 'fast-check';
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';

/** Draws a value from an arbitrary, so that a run can be repeated by its seed. */
export type Draw = fc.GeneratorValue;

/** Draws one of some. */
export const pick = <T>(draw: Draw, ...some: readonly T[]): T => draw(() => fc.constantFrom(...some));

/** Stands for a file in variables: the transport sends its bytes. */
export class FuzzFile {
  constructor(
    readonly bytes: Buffer,
    readonly name: string,
  ) {}
}

/** Stands for the nth id that the server has given in this run. */
export const ID_MARK = /§(\d+)§/g;

/** Words that are no harm where they were stored by an earlier document and come back. */
export const NASTY = [
  '',
  ' ',
  '\u0000',
  "' OR 1=1 --",
  '"; DROP TABLE Employee; --',
  '../../../../etc/passwd',
  '%2e%2e%2f',
  'C:\\Windows\\win.ini',
  '<script>alert(1)</script>',
  '{{7*7}} ${7*7} #{7*7}',
  'a\r\nSet-Cookie: x=1',
  '\u202eevil\u202c',
  '👩‍👩‍👧‍👦'.repeat(20),
  'Z̸̢̛a̷l̶g̵o̷',
  'x'.repeat(5000),
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '-1',
  '1e309',
  '2026-02-30',
  '2026-11-25',
  '9999-12-31',
  '2026-11-25T10:00:00Z',
  'Europe/Berlin',
  '(?:a+)+$',
  '\ud800',
];

const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 40 }), fc.string());
const id = fc.oneof(
  { weight: 4, arbitrary: fc.nat(200).map((at) => `§${at}§`) },
  { weight: 1, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 1, arbitrary: fc.uuid() },
);
const whole = fc.oneof(fc.nat(200), fc.integer(), fc.constantFrom(0, -1, 1, 50, 200, 201, 2147483647, -2147483648));
const date = fc.oneof(
  fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  fc.constantFrom('0000-01-01', '2026-02-30', '9999-12-31', '2026-1-1', 'yesterday'),
);
const instant = fc.oneof(
  fc
    .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
    .map((moment) => moment.toISOString()),
  fc.constantFrom('1969-12-31T23:59:59Z', '2026-11-25T10:00:00+25:00', '+275760-09-13T00:00:00.000Z'),
);
const anything = fc.oneof(
  text,
  whole,
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom(1, 'a', null, {}), { maxLength: 5 }),
  fc.constant({ a: { b: { c: 1 } } }),
);

export interface ValueOptions {
  photos: readonly Buffer[];
  /** The chance that a value is not of its type. */
  wrong: number;
}

/** A value for an argument or input field, mostly of its type. */
export function valueOf(draw: Draw, type: GraphQLInputType, options: ValueOptions, depth = 0): unknown {
  if (!isNonNullType(type) && draw(fc.nat, 9) === 0) return null;
  if (draw(fc.double, { min: 0, max: 1, noNaN: true }) < options.wrong) return draw(() => anything);
  const inner = getNullableType(type);
  if (isListType(inner)) {
    const length = depth > 3 ? 0 : pick(draw, 0, 1, 1, 2, 3, 12);
    return Array.from({ length }, () => valueOf(draw, inner.ofType, options, depth + 1));
  }
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(
      (field) => (isNonNullType(field.type) && field.defaultValue === undefined) || draw(fc.boolean),
    );
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(draw, field.type, options, depth + 1)]));
  }
  if (isEnumType(inner)) return pick(draw, ...inner.getValues().map(({ name }) => name));
  switch (inner.name) {
    case 'Upload':
      return draw(() => fileOf(options.photos));
    case 'ID':
      return draw(() => id);
    case 'Int':
      return draw(() => whole);
    case 'Float':
      return draw(fc.double, { noNaN: true, noDefaultInfinity: true });
    case 'Boolean':
      return draw(fc.boolean);
    case 'LocalDate':
      return draw(() => date);
    case 'DateTimeISO':
      return draw(() => instant);
    default:
      return draw(() => text);
  }
}

const fileOf = (photos: readonly Buffer[]): fc.Arbitrary<FuzzFile> =>
  fc
    .tuple(
      fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...photos) },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 2000 }).map((bytes) => Buffer.from(bytes)) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(fc.constantFrom(...photos), fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 8 }))
            .map(([photo, at, bytes]) => {
              const damaged = Buffer.from(photo);
              damaged.set(bytes.slice(0, damaged.length), at % Math.max(1, damaged.length - bytes.length));
              return damaged;
            }),
        },
      ),
      fc.constantFrom('photo.jpg', '../../etc/passwd', 'a"b\r\n.png', 'x'.repeat(300), '.htaccess'),
    )
    .map(([bytes, name]) => new FuzzFile(bytes, name));
