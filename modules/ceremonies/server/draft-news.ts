import { phrase } from '@dualtrack/locales';
import { type NewsBlock, type NewsDraft, releaseKey } from '../news.ts';
import type { NewsFacts } from './news-facts.ts';
import { dayInWords, fullName, inRow, inTongue, partyName, shortName, type Tongue } from './news-words.ts';

type Item = NewsFacts['agenda'][number];
type Guests = NewsFacts['guests'];
/** Says one passage in a language; an empty text means that there is nothing to say. */
type Say = (tongue: Tongue) => string;

/**
 * The first wording of a news page, in Chinese and English, from facts alone and only from what both sides have
 * released: a person who is not released is left out of a sentence, or the sentence is left out.
 */
export function draftNews(facts: NewsFacts): NewsDraft {
  const blocks = [...passages(facts), ...decisionPassages(facts), ...figurePassages(facts)];
  const names = (tongue: Tongue) => ({
    school: partyName(tongue, facts, 'school'),
    enterprise: partyName(tongue, facts, 'enterprise'),
  });
  const { title, titleEn } = facts.ceremony;
  return {
    title: {
      zh: title || phrase('zh-CN', 'ceremonies', 'news.title', names('zh-CN')),
      en: titleEn || phrase('en', 'ceremonies', 'news.title', names('en')),
    },
    blocks: blocks.filter((block) => block.zh !== '' || block.en !== ''),
  };
}

function block(id: string, say: Say, needs: readonly string[] = [], kind: NewsBlock['kind'] = 'text') {
  // A name that ends with a full stop ("Co., Ltd.") also ends the sentence.
  const [zh, en] = [say('zh-CN'), say('en').replace(/\.\.$/, '.')];
  return { id, kind, zh, en, needs: [...needs] };
}

const keysOf = (guests: Guests) => guests.map((guest) => releaseKey('guest', guest.id));

function passages(facts: NewsFacts): NewsBlock[] {
  const { ceremony, released } = facts;
  const isFree = (guest: Guests[number]) => released.has(releaseKey('guest', guest.id));
  const guests = facts.guests.filter(isFree);
  const presiders = guests.filter((guest) => guest.duty === 'presider');
  const list: NewsBlock[] = [
    block('opening', (tongue) =>
      phrase(tongue, 'ceremonies', 'news.opening', {
        day: dayInWords(tongue, ceremony.heldOn),
        part: ceremony.timeOfDay ?? 'none',
        hasPlace: ceremony.place || ceremony.placeEn ? 'yes' : 'no',
        place: inTongue(tongue, ceremony.place, ceremony.placeEn),
        school: partyName(tongue, facts, 'school'),
        enterprise: partyName(tongue, facts, 'enterprise'),
      }),
    ),
  ];
  if (guests.length > 0) {
    const people: Say = (tongue) => {
      const all = guests.map((guest) => fullName(tongue, facts, guest));
      return phrase(tongue, 'ceremonies', 'news.attended', {
        people: all.join(tongue === 'zh-CN' ? '，' : '; '),
      });
    };
    list.push(block('attended', people, keysOf(guests)));
  }
  if (presiders.length > 0) {
    const who: Say = (tongue) =>
      inRow(
        tongue,
        presiders.map((guest) => shortName(tongue, guest)),
      );
    const say: Say = (tongue) => phrase(tongue, 'ceremonies', 'news.presided', { who: who(tongue) });
    list.push(block('presided', say, keysOf(presiders)));
  }
  return [...list, ...facts.agenda.flatMap((item) => itemPassages(facts, item, guests))];
}

/** What is said of one item of the agenda: what happened, and what was said at it if that is released. */
function itemPassages(facts: NewsFacts, item: Item, guests: Guests): NewsBlock[] {
  const speakers = item.speakerIds.flatMap((id) => guests.filter((guest) => guest.id === id));
  const said = releaseKey('statement', item.id);
  const list = [
    block(`item:${item.id}`, (tongue) => happened(tongue, facts, item, speakers), keysOf(speakers)),
  ];
  const witnesses = guests.filter((guest) => guest.duty === 'witness');
  if (item.kind === 'signing' && witnesses.length > 0) {
    const who: Say = (tongue) =>
      inRow(
        tongue,
        witnesses.map((guest) => fullName(tongue, facts, guest)),
      );
    const say: Say = (tongue) => phrase(tongue, 'ceremonies', 'news.witnessed', { who: who(tongue) });
    list.push(block('witnessed', say, keysOf(witnesses)));
  }
  if ((item.summary !== '' || item.summaryEn !== '') && facts.released.has(said)) {
    const say: Say = (tongue) => {
      const summary = inTongue(tongue, item.summary, item.summaryEn);
      const who = inRow(
        tongue,
        speakers.map((guest) => shortName(tongue, guest)),
      );
      return who === '' ? summary : phrase(tongue, 'ceremonies', 'news.said', { who, summary });
    };
    list.push(block(`said:${item.id}`, say, [said, ...keysOf(speakers)]));
  }
  return list;
}

function happened(tongue: Tongue, facts: NewsFacts, item: Item, speakers: Guests): string {
  const { ceremony } = facts;
  const topics = inRow(
    tongue,
    item.topics.map((topic) => inTongue(tongue, topic.zh, topic.en)),
  );
  const hasTopics = topics === '' ? 'no' : 'yes';
  const named = inRow(
    tongue,
    speakers.map((guest) => shortName(tongue, guest)),
  );
  const both = phrase(tongue, 'ceremonies', 'news.bothSides');
  const who = named || both;
  switch (item.kind) {
    case 'introduction-of-guests':
      return named === '' ? '' : phrase(tongue, 'ceremonies', 'news.introduced', { who });
    case 'enterprise-presentation':
    case 'school-presentation': {
      const side = item.kind === 'school-presentation' ? 'school' : 'enterprise';
      const party = partyName(tongue, facts, side);
      return phrase(tongue, 'ceremonies', 'news.presented', {
        ...{ who: named || party, isNamed: named === '' ? 'no' : 'yes', party, hasTopics, topics },
      });
    }
    case 'signing': {
      const paper = inTongue(tongue, ceremony.paper, ceremony.paperEn);
      return paper === '' ? '' : phrase(tongue, 'ceremonies', 'news.signed', { who, paper });
    }
    case 'unveiling': {
      const plaque = inTongue(tongue, ceremony.plaque, ceremony.plaqueEn);
      // A public report says itself that it was unveiled; here it is known from the remote or from who finished.
      const isUnveiled = ceremony.unveiledAt !== null || ceremony.origin === 'public-record';
      return plaque === '' || !isUnveiled
        ? ''
        : phrase(tongue, 'ceremonies', 'news.unveiled', { who, plaque });
    }
    case 'discussion':
      return phrase(tongue, 'ceremonies', 'news.discussed', { hasTopics, topics });
    case 'other': {
      const title = inTongue(tongue, item.title, item.titleEn);
      const isNamed = named === '' ? 'no' : 'yes';
      return title === '' ? '' : phrase(tongue, 'ceremonies', 'news.other', { isNamed, who: named, title });
    }
    case 'opening':
    case 'photo':
      return '';
  }
}

function decisionPassages({ decisions, released }: NewsFacts): NewsBlock[] {
  return decisions
    .map((one) => ({ ...one, key: releaseKey('decision', one.id) }))
    .filter((one) => released.has(one.key))
    .map((one) =>
      block(
        `decision:${one.id}`,
        (tongue) => inTongue(tongue, one.wording, one.wordingEn),
        [one.key],
        'decision',
      ),
    );
}

function figurePassages({ figures, released }: NewsFacts): NewsBlock[] {
  return figures
    .map((one) => ({ ...one, release: releaseKey('figure', one.key) }))
    .filter((one) => released.has(one.release))
    .map((one) =>
      block(
        one.release,
        (tongue) => phrase(tongue, 'ceremonies', `news.figure.${one.key}`, { count: one.value }),
        [one.release],
        'figure',
      ),
    );
}
