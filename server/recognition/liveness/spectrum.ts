/**
 * The power of each frequency in a square of values, `size` a side (a power of two), by a radix-2 Fourier transform of
 * rows, then columns. Index row * size + column; frequency 0 comes first.
 */
export function powerSpectrum(values: Float64Array, size: number): Float64Array {
  const real = Float64Array.from(values);
  const imaginary = new Float64Array(values.length);
  for (let line = 0; line < size; line++) transformLine(real, imaginary, line * size, 1, size);
  for (let line = 0; line < size; line++) transformLine(real, imaginary, line, size, size);
  return real.map((value, index) => value * value + imaginary[index]! * imaginary[index]!);
}

/** Cooley and Tukey, in place, of `size` numbers that begin at `start` and lie `step` apart. */
function transformLine(real: Float64Array, imaginary: Float64Array, start: number, step: number, size: number): void {
  const swap = (values: Float64Array, one: number, other: number): void => {
    const kept = values[start + one * step]!;
    values[start + one * step] = values[start + other * step]!;
    values[start + other * step] = kept;
  };
  for (let index = 1, mirror = 0; index < size; index++) {
    let bit = size >> 1;
    for (; mirror & bit; bit >>= 1) mirror ^= bit;
    mirror ^= bit;
    if (index < mirror) {
      swap(real, index, mirror);
      swap(imaginary, index, mirror);
    }
  }
  for (let length = 2; length <= size; length *= 2) {
    for (let offset = 0; offset < length / 2; offset++) {
      const angle = (-2 * Math.PI * offset) / length;
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
      for (let block = offset; block < size; block += length) {
        const upper = start + block * step;
        const lower = upper + (length / 2) * step;
        const turnedReal = real[lower]! * cos - imaginary[lower]! * sin;
        const turnedImaginary = real[lower]! * sin + imaginary[lower]! * cos;
        real[lower] = real[upper]! - turnedReal;
        imaginary[lower] = imaginary[upper]! - turnedImaginary;
        real[upper] = real[upper]! + turnedReal;
        imaginary[upper] = imaginary[upper]! + turnedImaginary;
      }
    }
  }
}
