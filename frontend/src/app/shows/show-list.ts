import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'app-show-list', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
export class ShowList {}
