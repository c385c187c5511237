// class-transformer stores the data of @Type in this file, and does not declare its types.
declare module 'class-transformer/cjs/storage' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage';
}
