import { preparedPhoto } from './prepared-photo';

describe('the photo to send', () => {
  afterEach(() => jest.restoreAllMocks());

  it('A large photo is drawn on white, because JPEG has no transparency.', async () => {
    const drawn: string[] = [];
    const context = {
      fillStyle: 'black',
      fillRect: (...area: number[]) => drawn.push(`${context.fillStyle} ${area.join(' ')}`),
      drawImage: () => drawn.push('photo'),
    };
    jest
      .spyOn(HTMLCanvasElement.prototype, 'getContext')
      .mockImplementation(() => context as unknown as RenderingContext);
    jest
      .spyOn(HTMLCanvasElement.prototype, 'toBlob')
      .mockImplementation((callback) => callback(new Blob(['photo'], { type: 'image/jpeg' })));
    globalThis.createImageBitmap = jest.fn(async () => ({
      width: 3_200,
      height: 800,
      close: () => undefined,
    }));
    const photo = await preparedPhoto(new Blob(['x'.repeat(1_000_001)], { type: 'image/png' }));
    expect(drawn).toEqual(['white 0 0 1600 400', 'photo']);
    expect(photo?.type).toBe('image/jpeg');
  });
});
