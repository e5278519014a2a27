import { describe, expect, it } from 'vitest';
import { newPin } from './pin.js';

describe('a new PIN', () => {
  it.each(['480215', '112233', '013579'])('may be %s', (pin) => {
    expect(newPin.safeParse(pin).success).toBe(true);
  });

  it.each(['', '12345', '1234567', '12345a', '１２３４５６', '000000', '123456', '567890', '987654'])(
    'may not be %j',
    (pin) => {
      expect(newPin.safeParse(pin).success).toBe(false);
    },
  );
});
