import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'app-settings', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
export class Settings {}
