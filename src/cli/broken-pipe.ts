/** What is asked of a stream to outlive its reader. */
export interface Stream {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/**
 * Goes on when the reader of a stream has had enough, as `gathering build | head -1` has: the files are still
 * written, and the exit code says whether they were. Any other error of the stream is thrown.
 */
export function outliveReader(stream: Stream): void {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
