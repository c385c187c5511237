const CHECK_EVERY_MS = 150;

interface BarcodeReader {
  detect(source: HTMLVideoElement): Promise<{ rawValue: string }[]>;
}
type BarcodeReaderClass = new () => BarcodeReader;

// Browsers on Android, ChromeOS, and macOS have `BarcodeDetector`; TypeScript does not declare it yet.
const readerClass = (): BarcodeReaderClass | undefined =>
  (globalThis as { BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector;

/** True if this browser can read codes with its camera, which it allows only on secure pages. */
export const canScanWithCamera = (): boolean =>
  readerClass() !== undefined && typeof navigator.mediaDevices?.getUserMedia === 'function';

/**
 * Shows the camera image in the video until a code is read or `signal` aborts.
 * @returns the code; null if none was read
 * @throws DOMException if there is no camera, or the user does not allow it
 */
export async function scanWithCamera(video: HTMLVideoElement, signal: AbortSignal): Promise<string | null> {
  const Reader = readerClass();
  if (Reader === undefined) return null;
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    video.srcObject = stream;
    await video.play();
    const reader = new Reader();
    while (!signal.aborted) {
      const [barcode] = await reader.detect(video);
      if (barcode !== undefined && barcode.rawValue !== '') return barcode.rawValue;
      await new Promise((resolve) => setTimeout(resolve, CHECK_EVERY_MS));
    }
    return null;
  } finally {
    stream.getTracks().forEach((track) => track.stop());
  }
}
