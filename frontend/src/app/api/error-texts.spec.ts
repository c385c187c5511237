import { errorText, loadErrorTexts } from './error-texts';

describe('The text for a rejected call', () => {
  afterEach(() => (document.documentElement.lang = ''));

  it("In English, the text is the server's message, which is more precise.", () => {
    expect(errorText('FORBIDDEN', 'Only an owner may do this.')).toBe('Only an owner may do this.');
  });

  it("In other languages, the error code's text is used, in English if it has no translation.", async () => {
    document.documentElement.lang = 'th';
    await loadErrorTexts();
    expect(errorText('FORBIDDEN', 'Only an owner may do this.')).toBe(
      'You are not allowed to do this. Ask an admin or owner.',
    );
  });

  it("The text is the server's message if the code has no text of its own.", async () => {
    document.documentElement.lang = 'th';
    await loadErrorTexts();
    expect(errorText('VALIDATION_FAILED', 'name is too long')).toBe('name is too long');
  });
});
