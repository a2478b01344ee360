/** Size in pixels; picture frame or screen frame as the name says. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** How the picture lies on the screen: screen = picture · scale + offset. */
export interface Viewport {
  /** Screen pixels per picture pixel. */
  readonly scale: number;
  /** Screen position of the picture's top left corner. */
  readonly x: number;
  readonly y: number;
}

/** Largest enlargement: a picture pixel fills 8 screen pixels. */
const MAX_SCALE = 8;

/** The whole picture, centred, with a margin in screen pixels. */
export function fitViewport(picture: Size, screen: Size, marginPx = 12): Viewport {
  const scale = Math.max(
    1e-4,
    Math.min((screen.width - 2 * marginPx) / picture.width, (screen.height - 2 * marginPx) / picture.height),
  );
  return {
    scale,
    x: (screen.width - picture.width * scale) / 2,
    y: (screen.height - picture.height * scale) / 2,
  };
}

/** Enlarges by `factor` so that the picture point under (screenX, screenY) stays where it is. */
export function zoomViewport(
  viewport: Viewport,
  factor: number,
  screenX: number,
  screenY: number,
  picture: Size,
  screen: Size,
): Viewport {
  const smallest = fitViewport(picture, screen).scale;
  const scale = Math.min(Math.max(MAX_SCALE, smallest), Math.max(smallest, viewport.scale * factor));
  const ratio = scale / viewport.scale;
  return keepInView(
    {
      scale,
      x: screenX - (screenX - viewport.x) * ratio,
      y: screenY - (screenY - viewport.y) * ratio,
    },
    picture,
    screen,
  );
}

/** Moves the picture, but never out of sight. */
export function panViewport(
  viewport: Viewport,
  deltaX: number,
  deltaY: number,
  picture: Size,
  screen: Size,
): Viewport {
  return keepInView({ ...viewport, x: viewport.x + deltaX, y: viewport.y + deltaY }, picture, screen);
}

/** A picture smaller than the screen is centred; a larger one may not leave a gap at an edge. */
function keepInView(viewport: Viewport, picture: Size, screen: Size): Viewport {
  return {
    scale: viewport.scale,
    x: keepAxis(viewport.x, picture.width * viewport.scale, screen.width),
    y: keepAxis(viewport.y, picture.height * viewport.scale, screen.height),
  };
}

function keepAxis(offset: number, length: number, available: number): number {
  if (length <= available) return (available - length) / 2;
  return Math.min(0, Math.max(available - length, offset));
}
