import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type {
  ExtensionInfo,
  ExtensionList,
  ParkedRowList,
  ParkedRowsResult,
  RunActionResult,
} from '@sellary/contracts';
import { CurrentPrincipal, MinimumRole, type Principal } from '../auth';
import { PageQuery } from '../kernel';
import { ExtensionActions } from './actions/extension-actions';
import { ExtensionInfos } from './extension-infos';
import { ParkedRowsDto, RunActionDto, UpdateExtensionDto } from './extensions.dto';
import { ParkedList } from './parked/parked-list';
import { ExtensionChanges } from './switches/extension-changes';

@ApiTags('Extensions')
@Controller('api/extensions')
export class ExtensionsController {
  constructor(
    private readonly infos: ExtensionInfos,
    private readonly changes: ExtensionChanges,
    private readonly parkedRows: ParkedList,
    private readonly actions: ExtensionActions,
  ) {}

  @Get()
  async list(@CurrentPrincipal() caller: Principal): Promise<ExtensionList> {
    return { extensions: await this.infos.list(caller) };
  }

  @Put(':name')
  @MinimumRole('admin')
  async update(
    @Param('name') name: string,
    @Body() body: UpdateExtensionDto,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ExtensionInfo> {
    await this.changes.update(caller, name, body);
    return this.infos.get(caller, name);
  }

  @Get(':name/parked')
  @MinimumRole('admin')
  parked(
    @Param('name') name: string,
    @Query() query: PageQuery,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ParkedRowList> {
    return this.parkedRows.list(caller, name, query);
  }

  @Post(':name/parked/retry')
  @MinimumRole('admin')
  @HttpCode(200)
  retry(
    @Param('name') name: string,
    @Body() body: ParkedRowsDto,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ParkedRowsResult> {
    return this.parkedRows.retry(caller, name, body.ids);
  }

  @Post(':name/parked/skip')
  @MinimumRole('admin')
  @HttpCode(200)
  skip(
    @Param('name') name: string,
    @Body() body: ParkedRowsDto,
    @CurrentPrincipal() caller: Principal,
  ): Promise<ParkedRowsResult> {
    return this.parkedRows.skip(caller, name, body.ids);
  }

  /** Open to every member, because the action's minimum role is checked when the action runs. */
  @Post(':name/actions/:id')
  @HttpCode(200)
  runAction(
    @Param('name') name: string,
    @Param('id') id: string,
    @Body() body: RunActionDto,
    @CurrentPrincipal() caller: Principal,
  ): Promise<RunActionResult> {
    return this.actions.run(caller, name, id, body.targetId);
  }
}
