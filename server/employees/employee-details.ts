import { z } from 'zod';

/** Invisible, but some scripts are not written right without them: zero-width non-joiner and joiner. */
const JOINER = '\\u200c|\\u200d';

/** Trimmed, 1 to 100 characters of plain text. */
export const oneLine = z
  .string()
  .transform((text) =>
    text
      .normalize('NFC')
      .replace(/\p{Zs}+/gu, ' ')
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(1, 'must not be empty')
      .max(100, 'must have at most 100 characters')
      .regex(new RegExp(`^(?:[^\\p{C}]|${JOINER})*$`, 'u'), 'must be one line of plain text'),
  );

/** A name as people write theirs: letters of any script, digits, spaces and the marks that names have. */
const personName = oneLine.pipe(
  z
    .string()
    .regex(
      new RegExp(`^(?:[\\p{L}\\p{M}\\p{N} .,'’‘()·・‐‑-]|${JOINER})*$`, 'u'),
      "may have letters, digits, spaces and . , ' - ( )",
    )
    .regex(/[\p{L}\p{N}]/u, 'must have a letter'),
);

/** What is known of an employee, trimmed and bounded. */
export const employeeDetails = z.object({ name: personName, position: oneLine, department: oneLine });
export const employeeChanges = z.object({
  name: personName.nullish(),
  position: oneLine.nullish(),
  department: oneLine.nullish(),
  siteId: z.string().max(100, 'must have at most 100 characters').nullish(),
  active: z.boolean().nullish(),
  /** Null where they stay after all. */
  leavesOn: z.iso.date('must be a date such as 2026-12-31').nullish(),
});

export type EmployeeDetails = z.output<typeof employeeDetails>;
export type EmployeeChanges = z.output<typeof employeeChanges>;

/**
 * `{number}_{NameWithoutSpaces}`, safe as a folder's name everywhere: letters with their marks, digits, "_" and "-" only,
 * at most 60 of them after the number (240 bytes), so that no name can lead out of its folder.
 */
export function imageIdOf(number: number, name: string): string {
  const safe = name.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}_-]/gu, '');
  return `${number}_${[...safe].slice(0, 60).join('') || 'Employee'}`;
}

/** Letters that no normalisation takes apart, as people without them on their keyboard type them. */
const TYPED_AS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** Lower case, without accents, single spaces: so that "Élodie" is found by "elodie", on every database alike. */
export function foldForSearch(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[łøđßæœı]/g, (letter) => TYPED_AS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/** What a search looks through; starts with the name, so that it also orders people by name. */
export function searchTextOf(number: number, details: EmployeeDetails): string {
  return foldForSearch([details.name, number, details.position, details.department].join(' '));
}
