import { Controller, Get, Injectable, Module } from '@nestjs/common';
import {
  BuyerReader,
  ClaimCommands,
  CurrentWorkspace,
  defineAction,
  defineExtension,
  type ExtensionDefinition,
  ExtensionRefusal,
  ExtensionSettings,
  type ExtensionWorkspace,
  type FollowedEvent,
  OnShowEvent,
  RequireRole,
  Setting,
  ShowReader,
} from '@sellary/extension-kit';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Min, MinLength } from 'class-validator';

/** Settings of every kind. */
export class ShopSettings {
  @IsString()
  @MinLength(3)
  @Setting({ label: 'Name of the shop' })
  shop = 'My shop';

  @IsInt()
  @Min(1)
  @Setting({ label: 'Days to pay' })
  days = 3;

  @IsIn(['short', 'long'])
  @Setting({ label: 'Text' })
  text = 'short';

  @IsBoolean()
  @Setting({ label: 'Remind buyers' })
  remind = false;

  @IsOptional()
  @IsString()
  @MinLength(8)
  @Setting({ label: 'API key', secret: true })
  apiKey?: string;
}

@Injectable()
class Shop {
  constructor(
    private readonly settings: ExtensionSettings,
    private readonly shows: ShowReader,
    private readonly buyers: BuyerReader,
  ) {}

  read(workspaceId: string): Promise<ShopSettings> {
    return this.settings.read(ShopSettings, workspaceId);
  }

  async claimsOfFirstShow(workspaceId: string): Promise<string[]> {
    const { rows } = await this.shows.list(workspaceId, { limit: 1 });
    const claims = await this.shows.claims(workspaceId, rows[0]?.id ?? '', { limit: 200 });
    return claims.rows.map(({ buyer, status }) => `${buyer.handle} ${status}`);
  }

  async handles(workspaceId: string): Promise<string[]> {
    return (await this.buyers.list(workspaceId)).rows.map(({ handle }) => handle);
  }
}

@Controller('api/x/shop')
class ShopController {
  constructor(private readonly shop: Shop) {}

  @Get('workspace')
  workspace(@CurrentWorkspace() workspace: ExtensionWorkspace): ExtensionWorkspace {
    return workspace;
  }

  @Get('settings')
  @RequireRole('admin')
  settings(@CurrentWorkspace() { id }: ExtensionWorkspace): Promise<ShopSettings> {
    return this.shop.read(id);
  }

  @Get('claims')
  async claims(@CurrentWorkspace() { id }: ExtensionWorkspace): Promise<object> {
    return { claims: await this.shop.claimsOfFirstShow(id), buyers: await this.shop.handles(id) };
  }

  @Get('refused')
  refused(): never {
    throw new ExtensionRefusal('The shop is closed. Open it first.');
  }
}

@Module({ providers: [Shop], exports: [Shop] })
class ShopServices {}

@Module({ imports: [ShopServices], controllers: [ShopController] })
class ShopModule {}

const actions = [
  defineAction({
    on: 'claim',
    id: 'release',
    label: 'Release for the shop',
    run: async ({ target, workspace, get }) => {
      await get(ClaimCommands).release(workspace.id, target.id, { notes: 'Not paid' });
      return { message: `Released ${target.buyer.handle}` };
    },
  }),
  defineAction({ on: 'show', id: 'close', label: 'Close the books', role: 'admin', run: () => undefined }),
  defineAction({
    on: 'buyer',
    id: 'invoice',
    label: 'Send invoice',
    run: ({ target }) => {
      throw new ExtensionRefusal(`${target.handle} has no email address. Add one first.`);
    },
  }),
  defineAction({
    on: 'buyer',
    id: 'break',
    label: 'Break',
    run: () => {
      throw new Error('secret of the shop');
    },
  }),
];

/** An extension with routes, readers, settings, actions, and a follower, which adds each event to `seen`. */
export function shopExtension(seen: FollowedEvent<'claim.created'>[] = []): ExtensionDefinition {
  @Injectable()
  class ShopFollower {
    @OnShowEvent('claim.created')
    add(event: FollowedEvent<'claim.created'>): void {
      seen.push(event);
    }
  }
  return defineExtension({
    name: 'shop',
    version: '1.2.3',
    api: '^1.0.0',
    module: ShopModule,
    settings: ShopSettings,
    actions,
    followers: [ShopFollower],
  });
}
