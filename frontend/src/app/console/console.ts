import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'app-console', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
export class Console {}
