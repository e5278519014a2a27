const JPEG_QUALITY = 0.92;

/** The picture that `video` shows, in its own size and not mirrored, as a JPEG. Throws before the first frame has come. */
export async function grabFrame(video: HTMLVideoElement): Promise<Blob> {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) throw new Error('The camera has no picture yet. Try again in a moment.');
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot take a picture from the camera.');
  context.drawImage(video, 0, 0, width, height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
  if (!blob) throw new Error('The picture could not be taken. Try again.');
  return new File([blob], 'photo.jpg', { type: blob.type });
}
