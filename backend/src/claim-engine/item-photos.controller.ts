import { Controller, Delete, Put, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type Item, MAX_PHOTO_BYTES } from '@sellary/contracts';
import type { Request } from 'express';
import { CurrentPrincipal, MinimumRole, type Principal } from '../auth';
import { RequestBody, UuidParam } from '../kernel';
import { PhotoActs } from './acts/photo-acts';

/** Sets and removes an item's photo. Anyone can read the photo at the address that `photoAddress` returns. */
@ApiTags('Items')
@Controller('api/shows/:id/items/:itemId/photo')
@MinimumRole('operator')
export class ItemPhotosController {
  constructor(private readonly acts: PhotoActs) {}

  /** The body is the file itself: a JPEG, PNG, or WebP photo. */
  @Put()
  @RequestBody({ maxBytes: MAX_PHOTO_BYTES, kind: 'raw' })
  @ApiConsumes('image/jpeg', 'image/png', 'image/webp')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  set(
    @UuidParam('id', 'show') id: string,
    @UuidParam('itemId', 'item') itemId: string,
    @Req() request: Request,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Item> {
    const body: unknown = request.body;
    return this.acts.set(principal, id, itemId, Buffer.isBuffer(body) ? body : Buffer.alloc(0));
  }

  @Delete()
  remove(
    @UuidParam('id', 'show') id: string,
    @UuidParam('itemId', 'item') itemId: string,
    @CurrentPrincipal() principal: Principal,
  ): Promise<Item> {
    return this.acts.remove(principal, id, itemId);
  }
}
