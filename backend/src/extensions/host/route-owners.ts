import { Inject, Injectable, type Type } from '@nestjs/common';
import { LOADED_EXTENSIONS, type LoadedExtensions } from '../loaded-extension';
import { modulesOf } from './extension-modules';

/** Finds the extension that a controller belongs to. */
@Injectable()
export class RouteOwners {
  private readonly owners: ReadonlyMap<Type, string>;

  constructor(@Inject(LOADED_EXTENSIONS) extensions: LoadedExtensions) {
    this.owners = new Map(
      [...extensions.values()].flatMap(({ name, definition }) =>
        modulesOf(definition.module)
          .flatMap(({ controllers }) => controllers)
          .map((controller) => [controller, name] as const),
      ),
    );
  }

  /** @returns undefined for the product's own controllers */
  ownerOf(controller: Type): string | undefined {
    return this.owners.get(controller);
  }
}
