const START_OF_IMAGE_BYTES = 2;

/** The same photograph over and over, as files that differ in a comment: for the product each is a picture never seen before. */
export function distinctPictures(jpeg: Uint8Array): () => Uint8Array<ArrayBuffer> {
  let number = 0;
  return () => {
    number += 1;
    const text = new TextEncoder().encode(`picture ${number} of ${process.pid} at ${Date.now()}`);
    const comment = Uint8Array.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 0xff, ...text]);
    const file = new Uint8Array(jpeg.length + comment.length);
    file.set(jpeg.subarray(0, START_OF_IMAGE_BYTES));
    file.set(comment, START_OF_IMAGE_BYTES);
    file.set(jpeg.subarray(START_OF_IMAGE_BYTES), START_OF_IMAGE_BYTES + comment.length);
    return file;
  };
}
