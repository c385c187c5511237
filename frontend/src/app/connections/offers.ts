import type { PlatformId, PlatformInfo, SignInMethod } from '@sellary/contracts';

/** A platform on which an account can be connected, with the texts of its card. */
export interface Offer {
  platform: PlatformInfo;
  name: string;
  text: string;
  connectLabel: string;
  /** Sign-in methods other than the platform's first one. */
  otherLogins: readonly { method: SignInMethod; label: string }[];
}

type Texts = Pick<Offer, 'name' | 'text' | 'connectLabel'>;

/** Texts that name what is connected, such as a Page. Other platforms get general texts. */
const KNOWN_TEXTS: Readonly<Record<PlatformId, Texts>> = {
  facebook: {
    name: $localize`:@@connections.offers.facebook.name:Facebook Page`,
    text: $localize`:@@connections.offers.facebook.text:Sign in with Facebook and choose your Pages. You can then add their live videos to your shows.`,
    connectLabel: $localize`:@@connections.offers.facebook.connect:Connect Facebook Page`,
  },
  instagram: {
    name: $localize`:@@connections.offers.instagram.name:Instagram account`,
    text: $localize`:@@connections.offers.instagram.text:Connect a professional account that is linked to one of your Pages. Live comments arrive automatically.`,
    connectLabel: $localize`:@@connections.offers.instagram.connect:Connect Instagram account`,
  },
};
const INSTAGRAM_LOGIN_LABEL = $localize`:@@connections.offers.instagram-login:Not linked to a Page? Sign in with Instagram`;

/** The offers of all platforms on which accounts can be connected. */
export const offersOf = (platforms: readonly PlatformInfo[]): Offer[] =>
  platforms.filter(({ capabilities }) => capabilities.logins.length > 0).map(toOffer);

function toOffer(platform: PlatformInfo): Offer {
  const { id, label, capabilities } = platform;
  const otherLogins = capabilities.logins.slice(1).map((method) => ({
    method,
    label:
      id === 'instagram'
        ? INSTAGRAM_LOGIN_LABEL
        : $localize`:@@connections.offers.other-login:Sign in with ${method.label}:method: instead`,
  }));
  return { platform, otherLogins, ...(KNOWN_TEXTS[id] ?? textsOf(label)) };
}

const textsOf = (label: string): Texts => ({
  name: label,
  text: $localize`:@@connections.offers.other.text:Sign in with ${label}:platform:. You can then add your live videos to your shows.`,
  connectLabel: $localize`:@@connections.offers.other.connect:Connect ${label}:platform:`,
});
