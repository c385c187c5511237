import { type ConfigSection, HTTP_SCHEMES } from '../../kernel';

/** A bucket, and a key that may read, write, and delete its files. */
export interface S3Config {
  /** Address of the bucket, with the bucket name in the path or the host. */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** The photo store. `s3` is null if photos are in the data folder. */
interface PhotosConfig {
  s3: S3Config | null;
}

const WITH_URL = 'required with PHOTOS_S3_URL';

/** Reads the photo store settings. */
export const PHOTOS_SECTION: ConfigSection<PhotosConfig> = {
  read: (env) => {
    const url = env.url('PHOTOS_S3_URL', HTTP_SCHEMES);
    if (url === null) return { s3: null };
    return {
      s3: {
        url,
        region: env.text('PHOTOS_S3_REGION') ?? 'us-east-1',
        accessKeyId: env.required('PHOTOS_S3_ACCESS_KEY_ID', `the bucket key's id, ${WITH_URL}`),
        secretAccessKey: env.required('PHOTOS_S3_SECRET_ACCESS_KEY', `the bucket key's secret, ${WITH_URL}`),
      },
    };
  },
  addresses: ({ s3 }) => (s3 === null ? [] : [['PHOTOS_S3_URL', s3.url]]),
};
