import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'sellary:public';
/** Marks a route that does not require sign-in. Guards check this mark. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);
