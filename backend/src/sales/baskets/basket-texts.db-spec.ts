import type { BasketList, BasketSettingsView, BasketText, HoldEndEffect } from '@sellary/contracts';
import { useCaller, useTestApp } from '../../../test';

const PAY_BY = { en: 'Please pay by', es: 'Pague antes del', th: 'กรุณาชำระเงินภายใน' } as const;
const NEXT_BUYER = { en: 'next buyer', es: 'siguiente comprador', th: 'ผู้ซื้อคนถัดไป' } as const;
type Language = keyof typeof PAY_BY;

describe('Default texts for buyers', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let basketId: string;

  beforeAll(async () => {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 2, price: 1490 }], {
      currency: 'EUR',
    });
    await operator.say(show.id, 'ann', 'sold 12');
    const { baskets } = (await operator.call<BasketList>('GET', '/api/baskets')).body;
    basketId = baskets[0]?.id ?? '';
  });

  const textOf = async (language: Language, atEnd: HoldEndEffect): Promise<string> => {
    await operator.call('PATCH', '/api/baskets/settings', { hold: { hours: 24, atEnd } });
    const path = `/api/baskets/${basketId}/text?language=${language}`;
    return (await operator.call<BasketText>('GET', path)).body.text;
  };

  describe.each<Language>(['en', 'es', 'th'])('in %s', (language) => {
    it('With the rule `nothing`, the text does not give a time to pay by.', async () => {
      const text = await textOf(language, 'nothing');
      expect(text).toContain('#12');
      expect(text).not.toContain(PAY_BY[language]);
      expect(text).not.toContain(NEXT_BUYER[language]);
    });

    it('With the rule `remind`, the text gives a time to pay by, but does not mention a release.', async () => {
      const text = await textOf(language, 'remind');
      expect(text).toMatch(new RegExp(`${PAY_BY[language]} .*\\d`));
      expect(text).not.toContain(NEXT_BUYER[language]);
    });

    it('With the rule `release`, the text gives a time to pay by and mentions the release.', async () => {
      const text = await textOf(language, 'release');
      expect(text).toMatch(new RegExp(`${PAY_BY[language]} .*\\d.*${NEXT_BUYER[language]}`));
    });
  });

  it('The settings return the default text for the current rule.', async () => {
    const defaultText = async (atEnd: HoldEndEffect): Promise<string | undefined> =>
      (
        await operator.call<BasketSettingsView>('PATCH', '/api/baskets/settings', {
          hold: { hours: 24, atEnd },
        })
      ).body.defaultTemplates.en;
    expect(await defaultText('release')).toContain('{holdEnds}, or your items will go to the next buyer');
    expect(await defaultText('remind')).toContain('Please pay by {holdEnds}.\n');
  });

  it('If neither the requested nor the default language has a template, the whole text is in English.', async () => {
    await operator.call('PATCH', '/api/baskets/settings', { language: 'fr' });
    const path = `/api/baskets/${basketId}/text?language=de`;
    const { body } = await operator.call<BasketText>('GET', path);
    expect(body).toMatchObject({ language: 'en', inOwnLanguage: false });
    expect(body.text).toContain('Total: €14.90');
  });
});
