import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { PSEUDO_LOCALE, pageLanguage } from '../i18n/language';
import { OneAtATime } from '../ui/one-at-a-time';
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
  protected readonly work = new OneAtATime((error) => {
    if (error.code !== 'EMAIL_TAKEN') return showServerErrors(this.fields, error);
    this.fields.email.refuse(error.message);
    return null;
  });
  protected readonly texts = {
    name: NAME_LABEL,
    workspace: $localize`:@@auth.register.workspace:Shop or workspace name`,
    workspaceHint: $localize`:@@auth.register.workspace.hint:Optional. You can change it later.`,
  };

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    if (!checkAll(this.fields)) return;
    const { name, email, password } = this.fields;
    const workspaceName = this.fields.workspaceName.text().trim();
    const language = pageLanguage();
    await this.work.run(async () => {
      await this.session.register({
        name: name.text(),
        email: email.text(),
        password: password.text(),
        ...(workspaceName && { workspaceName }),
        ...(language !== PSEUDO_LOCALE && { language }),
      });
      await this.router.navigateByUrl(safeReturnUrl(this.return()));
    });
  }
}
