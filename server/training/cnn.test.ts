import { expect, it } from 'vitest';
import { cnnParameters } from './cnn.js';

it('the network of the old application had 5,978,928 parameters for its 16 people', () => {
  expect(cnnParameters(16)).toBe(5_978_928);
});
