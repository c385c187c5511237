import { type AppConfig, isLoopbackHost } from './app-config';
import { weaknessOf } from './secret-strength';

/**
 * Lists the secrets and addresses that would make a server on the internet unsafe. Plain http is allowed only
 * for addresses on this machine.
 */
export function weaknessesOf(config: AppConfig): string[] {
  const secrets = secretsOf(config);
  return [
    ...secrets.flatMap(([name, secret]) => {
      const weakness = weaknessOf(secret);
      return weakness === null ? [] : [`${name} ${weakness}`];
    }),
    ...secrets.flatMap(([name, secret], index) => {
      const duplicate = secrets.slice(0, index).find(([, other]) => other === secret);
      return duplicate === undefined || duplicate[0] === name
        ? []
        : [`${name} is the same as ${duplicate[0]}: use a separate secret for each purpose`];
    }),
    ...addressesOf(config).flatMap(([name, url]) =>
      isSafeAddress(url)
        ? []
        : [`${name} must start with https://, because data sent to ${url} can be read in transit`],
    ),
  ];
}

function secretsOf({ metricsToken, sections }: AppConfig): [name: string, secret: string][] {
  const all: [string, string | null][] = [...sections.secrets, ['METRICS_TOKEN', metricsToken]];
  return all.flatMap(([name, secret]) => (secret === null || secret === '' ? [] : [[name, secret]]));
}

function addressesOf({ publicUrl, sections }: AppConfig): [name: string, url: string][] {
  return [
    ...(publicUrl === null ? [] : [['PUBLIC_URL', publicUrl] as [string, string]]),
    ...sections.addresses,
  ];
}

const isSafeAddress = (url: string): boolean =>
  !URL.canParse(url) || new URL(url).protocol === 'https:' || isLoopbackHost(new URL(url).hostname);
