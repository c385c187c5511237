import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ApiError } from '../api/api-error';
import { PSEUDO_LOCALE, pageLanguage } from '../i18n/language';
import { Problem } from '../ui/problem';
import { AuthCard } from './auth-card';
import { EmailField, emailTextField } from './email-field';
import { NAME_LABEL } from './labels';
import { PasswordField, passwordTextField } from './password-field';
import { safeReturnUrl } from './return-url';
import { SessionStore } from './session-store';
import { TextBox } from './text-box';
import { TextField, checkAll, showServerErrors, textRules } from './text-field';

@Component({
  selector: 'app-register',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, TextBox, EmailField, PasswordField, Problem, AuthCard],
  templateUrl: './register.html',
})
export class Register {
  private readonly session = inject(SessionStore);
  private readonly router = inject(Router);

  readonly return = input<string>();

  protected readonly fields = {
    name: new TextField([textRules.required(NAME_LABEL)]),
    email: emailTextField(),
    password: passwordTextField('plain', true),
    workspaceName: new TextField(),
  };
  protected readonly busy = signal(false);
  protected readonly problem = signal<string | null>(null);
  protected readonly texts = {
    name: NAME_LABEL,
    workspace: $localize`:@@auth.register.workspace:Shop or workspace name`,
    workspaceHint: $localize`:@@auth.register.workspace.hint:Optional. You can change it later.`,
  };

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!checkAll(this.fields) || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    const { name, email, password } = this.fields;
    const workspaceName = this.fields.workspaceName.text().trim();
    const language = pageLanguage();
    try {
      await this.session.register({
        name: name.text(),
        email: email.text(),
        password: password.text(),
        ...(workspaceName && { workspaceName }),
        ...(language !== PSEUDO_LOCALE && { language }),
      });
      await this.router.navigateByUrl(safeReturnUrl(this.return()));
    } catch (failure) {
      const error = ApiError.from(failure);
      if (error.code === 'EMAIL_TAKEN') email.refuse(error.message);
      else this.problem.set(showServerErrors(this.fields, error));
    } finally {
      this.busy.set(false);
    }
  }
}
