import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'sellary:public';
/** Marks a route that needs no sign-in. Guards check this mark. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);
