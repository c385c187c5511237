import { Controller, Module, Post } from '@nestjs/common';
import { Callback, defineExtension, type ExtensionModule } from '@sellary/extension-kit';
import { checkExtensions } from './check-extensions';

class Signature {
  verify(): null {
    return null;
  }
}
class WithoutVerify {}

const extension = (module: ExtensionModule) =>
  defineExtension({ name: 'shop', version: '1.0.0', api: '^1.0.0', module });

describe('Extension callbacks', () => {
  it('A callback is accepted if its module provides the verifier.', () => {
    @Controller('api/x/shop')
    class Payments {
      @Post()
      @Callback({ verifier: Signature, maxBytes: 1_000 })
      paid(): void {
        return;
      }
    }
    @Module({ controllers: [Payments], providers: [Signature] })
    class ShopModule {}
    expect(() => checkExtensions([extension(ShopModule)])).not.toThrow();
  });

  it('Messages report a missing verifier, a missing verify method, and an oversized limit, and explain what to do.', () => {
    @Controller('api/x/shop')
    class Payments {
      @Post('a')
      @Callback({ verifier: Signature })
      unprovided(): void {
        return;
      }

      @Post('b')
      @Callback({ verifier: WithoutVerify as never, maxBytes: 9_000_000 })
      oversized(): void {
        return;
      }
    }
    @Module({ controllers: [Payments], providers: [WithoutVerify] })
    class ShopModule {}
    const check = (): void => checkExtensions([extension(ShopModule)]);
    expect(check).toThrow(
      '"shop" has the callback Payments.unprovided, whose verifier is not a provider of its module. Add Signature to its providers.',
    );
    expect(check).toThrow('whose verifier WithoutVerify has no verify method. Add one.');
    expect(check).toThrow(
      '"shop" has the callback Payments.oversized with maxBytes 9000000. Use 1 to 1048576.',
    );
  });
});
