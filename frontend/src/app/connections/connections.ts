import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'app-connections', changeDetection: ChangeDetectionStrategy.OnPush, template: '' })
export class Connections {}
