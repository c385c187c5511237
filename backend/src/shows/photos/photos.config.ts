import { type ConfigSection, HTTP_SCHEMES } from '../../kernel';

/** A bucket, and a key that may read, write, and delete in it. */
export interface S3Config {
  /** Address of the bucket, with its name in the path or in the host. */
  url: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/** Store of the photos; `s3` is null for the data folder. */
interface PhotosConfig {
  s3: S3Config | null;
}

const WITH_URL = 'required with PHOTOS_S3_URL';

/** Reads the settings of the photo store. */
export const PHOTOS_SECTION: ConfigSection<PhotosConfig> = {
  read: (env) => {
    const url = env.url('PHOTOS_S3_URL', HTTP_SCHEMES);
    if (url === null) return { s3: null };
    return {
      s3: {
        url,
        region: env.text('PHOTOS_S3_REGION') ?? 'us-east-1',
        accessKeyId: env.required('PHOTOS_S3_ACCESS_KEY_ID', `names the key of the bucket, ${WITH_URL}`),
        secretAccessKey: env.required('PHOTOS_S3_SECRET_ACCESS_KEY', `signs the calls, ${WITH_URL}`),
      },
    };
  },
  addresses: ({ s3 }) => (s3 === null ? [] : [['PHOTOS_S3_URL', s3.url]]),
};
