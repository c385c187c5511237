import { SetMetadata } from '@nestjs/common';

export const PUBLIC = 'sellary:public';
/** The route needs no sign-in. Whoever guards routes looks for this mark. */
export const Public = (): ClassDecorator & MethodDecorator => SetMetadata(PUBLIC, true);
