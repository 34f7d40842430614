import type { VNode } from "preact";
import { groupThousands } from "../../../kernel/money.ts";
import type { Lang } from "../../../kernel/time.ts";
import {
  Button,
  Card,
  CardGrid,
  Form,
  Hero,
  Icon,
  type IconName,
  SearchBox,
  TextField,
} from "../../../ui/index.ts";
import type { TodayFigures } from "../catalogue-deps.ts";
import { LIFE_EVENT_KEYS, type LifeEventKey } from "../domain/life-events.ts";
import { textsOf } from "../texts.ts";

const ICONS = {
  birth: "baby",
  marriage: "rings",
  building: "house",
  land: "land",
  business: "briefcase",
  papers: "user",
  residence: "home",
  certify: "stamp",
  school: "school",
  support: "health",
  death: "candle",
} as const satisfies Record<LifeEventKey, IconName>;

type HomeProps = { readonly lang: Lang; readonly figures: TodayFigures };

/** The citizens' home page. */
export function HomeView({ lang, figures }: HomeProps): VNode {
  const { home, events } = textsOf(lang);
  return (
    <>
      <Hero title={home.question} lead={home.lead}>
        <SearchBox action="/procedures" label={home.search} placeholder={home.placeholder} large main />
        <Today lang={lang} figures={figures} />
      </Hero>
      <section class="flow" aria-labelledby="life-events">
        <h2 id="life-events">{home.eventsTitle}</h2>
        <CardGrid>
          {LIFE_EVENT_KEYS.map((key) => (
            <Card key={key} title={events[key].title} href={`/procedures?event=${key}`} icon={ICONS[key]}>
              <p class="soft small">{events[key].hint}</p>
            </Card>
          ))}
          <Card title={home.allProcedures} href="/procedures" icon="folder" />
        </CardGrid>
      </section>
      <section aria-labelledby="where-is-my-case">
        <Card>
          <div class="flow">
            <h2 id="where-is-my-case">{home.trackTitle}</h2>
            <p class="soft">{home.trackLead}</p>
            <TrackForm lang={lang} />
          </div>
        </Card>
      </section>
    </>
  );
}

function TrackForm({ lang }: { readonly lang: Lang }): VNode {
  const { home } = textsOf(lang);
  return (
    <Form action="/track" method="get">
      <TextField
        name="code"
        label={home.caseCode}
        hint={home.caseCodeHint}
        width="long"
        autocomplete="off"
        maxLength={60}
        spellCheck={false}
      />
      <TextField
        name="w"
        label={home.caseWord}
        width="medium"
        autocomplete="off"
        maxLength={40}
        spellCheck={false}
      />
      <Button kind="primary" icon="search">
        {home.trackButton}
      </Button>
    </Form>
  );
}

/** "Hôm nay toàn tỉnh tiếp nhận 1.204 hồ sơ, giải quyết xong 987 hồ sơ: 98,7% đúng hạn." */
function Today({ lang, figures }: HomeProps): VNode {
  const { home } = textsOf(lang);
  const { received, finished, onTimeRate: rate } = figures;
  const counts = home.today(groupThousands(received), groupThousands(finished));
  return (
    <p class="small">
      <Icon name="clock" /> {received + finished === 0 ? home.todayNothing : counts}
      {rate === undefined ? null : (
        <>
          : <b>{home.todayOnTime(percent(rate, lang))}</b>
        </>
      )}
    </p>
  );
}

/** Cut, not rounded: what is not all on time never shows as 100 %. */
function percent(rate: number, lang: Lang): string {
  const text = `${Math.floor(rate * 1000) / 10}%`;
  return lang === "vi" ? text.replace(".", ",") : text;
}
