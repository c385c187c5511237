import { ApiError } from '../api/api-error';
import { TextField, checkAll, showServerErrors, textRules } from './text-field';

describe('fields on the pages before sign-in', () => {
  const fields = () => ({
    email: new TextField([textRules.required('Email'), textRules.email]),
    password: new TextField([textRules.required('Password'), textRules.minLength(10)]),
  });

  it('An empty field shows no error before the user leaves it or submits.', () => {
    const { email } = fields();
    expect(email.error()).toBeNull();
    email.touched.set(true);
    expect(email.error()).toBe('Email is required');
    email.write('ann');
    expect(email.error()).toContain('Enter a full email address');
    email.write('ann@example.com');
    expect(email.error()).toBeNull();
  });

  it('Submitting shows the errors in all fields.', () => {
    const form = fields();
    form.password.write('short');
    expect(checkAll(form)).toBe(false);
    expect([form.email.error(), form.password.error()]).toEqual([
      'Email is required',
      'Use at least 10 characters',
    ]);
  });

  it('A server error is shown at its field until the text changes.', () => {
    const form = fields();
    form.email.write('ann@example.com');
    const error = new ApiError('VALIDATION_FAILED', 'Check the fields.', 400, [
      { field: 'email', message: 'This address is taken.' },
    ]);
    expect(showServerErrors(form, error)).toBeNull();
    expect(form.email.error()).toBe('This address is taken.');
    form.email.write('bea@example.com');
    expect(form.email.error()).toBeNull();
  });

  it('An error that no field can show is returned.', () => {
    expect(showServerErrors(fields(), new ApiError('INVALID_CREDENTIALS', 'Wrong password.', 401))).toBe(
      'Wrong password.',
    );
  });
});
