// The version of this Lockstep, as it stands in package.json and in every row.
import manifest from '../package.json' with { type: 'json' };

export const version: string = manifest.version;
