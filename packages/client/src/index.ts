export { type Client, type ClientOptions, createClient, unwrap } from './create-client.ts';
export type { components, operations, paths } from './openapi.generated.ts';
export { ProblemError } from './problem-error.ts';
export { type SubscribeEventsOptions, subscribeEvents } from './subscribe-events.ts';
export { type UploadDirectlyOptions, uploadDirectly } from './upload-directly.ts';
export { type UploadedImage, type UploadImageOptions, uploadImage } from './upload-image.ts';
