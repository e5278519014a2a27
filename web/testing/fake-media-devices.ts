/** A camera for tests: answers getUserMedia as it is told and can be unplugged. */
export class FakeMediaDevices extends EventTarget {
  asked: MediaStreamConstraints[] = [];
  tracks: FakeTrack[] = [];
  #refusal: Error | null = null;

  /** From now on getUserMedia throws an error of this name; null lets it work again. */
  refuseWith(name: string | null): void {
    this.#refusal = name === null ? null : Object.assign(new Error(name), { name });
  }

  async getUserMedia(constraints?: MediaStreamConstraints): Promise<MediaStream> {
    this.asked.push(constraints ?? {});
    await Promise.resolve();
    if (this.#refusal) throw this.#refusal;
    const track = new FakeTrack();
    this.tracks.push(track);
    return { getTracks: () => [track], getVideoTracks: () => [track] } as unknown as MediaStream;
  }

  unplug(): void {
    this.tracks[this.tracks.length - 1]?.dispatchEvent(new Event('ended'));
  }

  plugIn(): void {
    this.dispatchEvent(new Event('devicechange'));
  }
}

class FakeTrack extends EventTarget {
  stopped = false;
  stop(): void {
    this.stopped = true;
  }
}
