import { randomInt } from 'node:crypto';

/** Without 0 and O, 1, I and L, which are taken for each other. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 8;

/** 8 of 31 signs: 40 bits, for ten minutes. */
export const newPairingCode = (): string =>
  Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** A code as it was meant: in capitals, without spaces and dashes. */
export const asPairingCode = (typed: string): string => typed.toUpperCase().replaceAll(/[\s-]/g, '');
