import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'app-show-page', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
export class ShowPage {}
