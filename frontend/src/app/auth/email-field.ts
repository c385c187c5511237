import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TextBox } from './text-box';
import { TextField, textRules } from './text-field';

const LABEL = $localize`:@@auth.email:Email`;

/** The text of a required email field. */
export const emailTextField = (): TextField => new TextField([textRules.required(LABEL), textRules.email]);

/** The email address that a user signs in with. */
@Component({
  selector: 'app-email-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [TextBox],
  template: `<app-text-box [field]="field()" [label]="label" type="email" autocomplete="username" />`,
})
export class EmailField {
  readonly field = input.required<TextField>();
  protected readonly label = LABEL;
}
