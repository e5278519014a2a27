import * as tf from '@tensorflow/tfjs';

/**
 * The one kernel that training a convolution needs and the WebAssembly backend lacks: the gradient of the filter. It is a
 * convolution itself, of the input by the gradient of the output, with the photos of the batch as channels:
 * dW[i, j, c, k] = sum over n, y, x of X[n, y + i, x + j, c] * dY[n, y, x, k]. For stride 1 without padding or dilation.
 */
export function addFilterGradient(): void {
  tf.registerKernel({
    kernelName: 'Conv2DBackpropFilter',
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => {
      const { x, dy } = inputs as { x: tf.Tensor4D; dy: tf.Tensor4D };
      const { strides, pad, dimRoundingMode } = attrs as Record<string, unknown>;
      const stride = Array.isArray(strides) ? strides : [strides, strides];
      if (stride.some((step) => step !== 1) || pad !== 'valid' || dimRoundingMode) {
        throw new Error('The gradient of this convolution is not known to the WebAssembly backend.');
      }
      return tf.tidy(() => {
        const channelsFirst = tf.transpose(x, [3, 1, 2, 0]);
        const filter = tf.conv2d(channelsFirst, tf.transpose(dy, [1, 2, 0, 3]), 1, 'valid');
        return tf.transpose(filter, [1, 2, 0, 3]);
      });
    },
  });
}
