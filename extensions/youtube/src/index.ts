import { defineExtension } from '@sellary/extension-kit';
import { youtubeAdapter } from './youtube.adapter';

const { YOUTUBE_API_KEY: apiKey = '', YOUTUBE_API_URL: apiUrl = 'https://www.googleapis.com/youtube/v3' } =
  process.env;

export default defineExtension({
  name: 'youtube',
  version: '1.0.0',
  api: '^1.0.0',
  adapters: [youtubeAdapter({ apiKey, apiUrl })],
});
