// class-transformer stores @Type metadata in this file but has no type declarations for it.
declare module 'class-transformer/cjs/storage' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage';
}
