export const NAME_LABEL = $localize`:@@auth.name:Your name`;
