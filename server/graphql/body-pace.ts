import type { RequestHandler } from 'express';

/** Cuts off bodies that come in more slowly than so many bytes in each period: whoever holds a request open so pays for it. */
export function bodyPace({ everyMs, bytesPerSecond }: { everyMs: number; bytesPerSecond: number }): RequestHandler {
  return (request, response, next) => {
    const { socket } = request;
    let read = socket.bytesRead;
    const checking = setInterval(() => {
      if (request.complete || request.destroyed) {
        clearInterval(checking);
      } else if (socket.bytesRead - read < (bytesPerSecond * everyMs) / 1000) {
        socket.destroy();
      }
      read = socket.bytesRead;
    }, everyMs);
    checking.unref();
    response.once('close', () => clearInterval(checking));
    next();
  };
}
