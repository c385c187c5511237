export const EMAIL_LABEL = $localize`:@@auth.email:Email`;
export const NAME_LABEL = $localize`:@@auth.name:Your name`;
