/**
 * A point before the simulated camera, in distances between the eyes (about 63 mm). The origin lies between the eyes; x
 * goes to the right of the picture, which is the person's own left, y down, z to the camera.
 */
export interface SpacePoint {
  x: number;
  y: number;
  z: number;
}

export interface Turn {
  /** Degrees, to the person's own left positive. */
  yaw: number;
  /** Degrees, up positive. */
  pitch: number;
}

/** How far the camera is away: 9 eye distances are 57 cm. */
const CAMERA_DISTANCE = 9;

/** Turns a point about an axis that stands at depth `axis`: first up or down, then to a side. */
export function turned({ x, y, z }: SpacePoint, { yaw, pitch }: Turn, axis: number): SpacePoint {
  const [up, side] = [(pitch * Math.PI) / 180, (yaw * Math.PI) / 180];
  const depth = z - axis;
  const nearer = depth * Math.cos(up) + y * Math.sin(up);
  return {
    x: x * Math.cos(side) + nearer * Math.sin(side),
    y: y * Math.cos(up) - depth * Math.sin(up),
    z: nearer * Math.cos(side) - x * Math.sin(side) + axis,
  };
}

/** Where a pinhole camera sees it; what lies at depth 0 keeps its size. */
export function projected({ x, y, z }: SpacePoint): SpacePoint {
  const scale = CAMERA_DISTANCE / (CAMERA_DISTANCE - z);
  return { x: x * scale, y: y * scale, z };
}
