export const PIN_LENGTH = 6;

const RISING = '01234567890';
const FALLING = '09876543210';

/** Whether it is as long as a PIN and nothing but digits; the server also refuses what is easy to guess. */
export const isPin = (text: string): boolean => /^\d{6}$/.test(text);

/** Six random digits, neither all the same nor a run such as 345678, which the server refuses. */
export function makeUpPin(
  randomValues: (numbers: Uint32Array<ArrayBuffer>) => Uint32Array<ArrayBuffer> = (numbers) =>
    globalThis.crypto.getRandomValues(numbers),
): string {
  for (;;) {
    // 2 ** 32 is no multiple of a million: a part in 4,000 more likely for some PINs, which helps nobody to guess.
    const [number = 0] = randomValues(new Uint32Array(1));
    const pin = String(number % 1_000_000).padStart(PIN_LENGTH, '0');
    if (new Set(pin).size > 1 && !RISING.includes(pin) && !FALLING.includes(pin)) return pin;
  }
}
