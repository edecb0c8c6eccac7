import { DataError } from "@jkp/problem";

/**
 * Says of a file that cannot be found which key names it. What is wrong within a file that
 * is there stays as it is.
 *
 * @param path The valuation file.
 * @param key Its key that names the other.
 * @param read The other, being read.
 */
export async function atKey<Read>(
  path: string,
  key: string,
  read: Promise<Read>,
): Promise<Read> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    throw new DataError(
      error.problems.map((problem) => {
        const { file, place, received, expected } = problem;
        if (place !== undefined) return problem;
        const isFolder = /^data\/\w+$/.test(file);
        return {
          file: path,
          place: key,
          expected: isFolder ? expected : `${expected}, at ${file}`,
          ...(received === undefined ? {} : { received }),
        };
      }),
    );
  }
}
