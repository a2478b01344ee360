const JPEG_QUALITY = 0.95;

/** The frame that the video shows now, as a photograph. Drawn at once: what was seen is what is measured.
 * @throws TypeError while there is no picture yet */
export function grabFrame(video: HTMLVideoElement, name: string): Promise<File> {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) throw new TypeError('the camera has not sent a picture yet');
  const canvas = document.createElement('canvas');
  canvas.width = videoWidth;
  canvas.height = videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) =>
        blob === null
          ? reject(new TypeError('the browser could not store the picture'))
          : resolve(new File([blob], name, { type: 'image/jpeg' })),
      'image/jpeg',
      JPEG_QUALITY,
    ),
  );
}
