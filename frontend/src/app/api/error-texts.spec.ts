import { errorText, loadErrorTexts } from './error-texts';

describe('The text of a refused call', () => {
  afterEach(() => (document.documentElement.lang = ''));

  it('In English, the text is the message of the server, which is more precise.', () => {
    expect(errorText('FORBIDDEN', 'Only an owner may do this.')).toBe('Only an owner may do this.');
  });

  it('In other languages, the text is that of the error code, in English if it has no translation.', async () => {
    document.documentElement.lang = 'th';
    await loadErrorTexts();
    expect(errorText('FORBIDDEN', 'Only an owner may do this.')).toBe(
      'You are not allowed to do this. Ask an admin or owner.',
    );
  });

  it('The text is the message of the server if the code alone explains nothing.', async () => {
    document.documentElement.lang = 'th';
    await loadErrorTexts();
    expect(errorText('VALIDATION_FAILED', 'name is too long')).toBe('name is too long');
  });
});
