// A reply of /api/ask, laid out as the server does it without script (parts.html: answer_card).

import { chartFigure } from "./chart.js";
import { bilingual, element, filled, spelled, visible } from "./elements.js";
import { quoted } from "./strokes.js";

// A line of an answer that only gives the words of a source, which stand in its card as well.
const TOLD = /”[^”]{0,80}\[\d{1,3}\]\s*$/;

/**
 * How answers are laid out: `words` by name, `inside(address)` for links, `opensNew` where they
 * open beside the page that embeds the conversation. `turn` sets the ids of one turn's cards apart.
 */
export class AnswerLayout {
  constructor({ words, inside, opensNew = false }) {
    this.words = words;
    this.inside = inside;
    this.opensNew = opensNew;
  }

  /** The whole answer as an element. */
  card(reply, turn) {
    const { words } = this;
    const numbers = new Set(reply.citations.map((one) => one.number));
    return element(
      "div",
      { class: `answer status-${statusName(reply.status)}`, part: "answer" },
      element("p", { class: "status" }, words[`status_${reply.status}`] ?? spelled(reply.status)),
      element(
        "p",
        { class: "answer-text", lang: language(reply), dir: "auto" },
        this.withMarks(reply, numbers, turn),
      ),
      reply.status === "corrected" ? element("p", { class: "note" }, words.note_corrected) : null,
      reply.calculations.length ? this.calculations(reply.calculations, numbers, turn) : null,
      reply.charts.map((one, place) => this.chart(one, `t${turn}g${place}`)),
      reply.citations.length ? this.citations(reply.citations, turn) : null,
      this.dated(reply),
      reply.query ? this.query(reply.query) : null,
    );
  }

  /** The answer's words: what it says, and smaller the lines that quote its sources. */
  withMarks(reply, numbers, turn) {
    const shown = language(reply) === "ko" ? visible : bilingual;
    return String(reply.answer)
      .split("\n")
      .flatMap((line, place) => {
        const marked = this.markedLine(line, numbers, turn, shown);
        const isTold = place > 0 && TOLD.test(line);
        const laid = isTold ? [element("span", { class: "told" }, marked)] : marked;
        return place ? ["\n", ...laid] : laid;
      });
  }

  /** A line, `shown` as its language asks, with each [1] that has a citation a link to its card. */
  markedLine(text, numbers, turn, shown) {
    return text
      .split(/(\[\d{1,3}\])/)
      .flatMap((part) => {
        const number = Number(/^\[(\d+)\]$/.exec(part)?.[1]);
        return numbers.has(number) ? this.markTo(number, turn) : shown(part);
      });
  }

  markTo(number, turn) {
    const label = filled(this.words.source_number, number);
    const mark = element(
      "a",
      { class: "mark", href: `#t${turn}c${number}`, "aria-label": label },
      `[${number}]`,
    );
    // An address with # leads nowhere from within a shadow root, so the step is taken here.
    mark.addEventListener("click", (click) => {
      const card = mark.getRootNode().getElementById(`t${turn}c${number}`);
      if (!card) return;
      click.preventDefault();
      card.closest("details")?.setAttribute("open", "");
      card.focus({ preventScroll: true });
      card.scrollIntoView({ block: "nearest" });
    });
    return mark;
  }

  calculations(list, numbers, turn) {
    const lines = list.map((one) =>
      element(
        "li",
        {},
        bilingual(one.expression),
        " = ",
        element("strong", {}, bilingual(one.result)),
        one.inputs
          .filter((number) => numbers.has(number))
          .flatMap((number) => [" ", this.markTo(number, turn)]),
      ),
    );
    return element(
      "section",
      { class: "calculations" },
      element("h3", {}, this.words.calculations),
      element("ul", {}, lines),
    );
  }

  /** A chart; one of a kind that cannot be drawn here is left out, its figures are cited below. */
  chart(chart, id) {
    try {
      const link = (address, label) => this.link(address, label, "");
      return chartFigure(chart, id, { inside: this.inside, link });
    } catch {
      return null;
    }
  }

  citations(list, turn) {
    return element(
      "section",
      { class: "sources" },
      element("h3", {}, this.words.citations),
      element(
        "ol",
        { class: "citations" },
        list.map((one) => this.citation(one, turn)),
      ),
    );
  }

  citation(citation, turn) {
    const { words } = this;
    const cited = citation.document;
    return element(
      "li",
      { class: "card", id: `t${turn}c${citation.number}`, tabindex: "-1", part: "citation" },
      element(
        "p",
        { class: "card-title" },
        element("span", { class: "number", "aria-hidden": "true" }, String(citation.number)),
        " ",
        element("cite", { lang: cited.language ?? "ko" }, visible(cited.title)),
        this.badges(cited),
      ),
      element("p", { class: "meta about-source" }, this.about(citation)),
      citation.section.length
        ? element(
            "p",
            { class: "meta path", lang: cited.language ?? "ko" },
            citation.section.map((name) => element("span", {}, visible(name))),
          )
        : null,
      element("blockquote", { lang: cited.language ?? "ko", dir: "auto" }, quoted(citation.quote, words.quoted_table)),
      cited.superseded_by ? this.newer(cited.superseded_by) : null,
      element("p", {}, this.link(citation.url, words.open_passage, "open", citation.number)),
    );
  }

  /** Place, date, page and licence of a citation, one after the other. */
  about(citation) {
    const { words } = this;
    const { municipality, published_on: date, licence } = citation.document;
    return [
      municipality ? element("span", { lang: "ko" }, visible(municipality)) : null,
      date
        ? element("time", { datetime: date }, spelled(date))
        : element("span", {}, words.date_unknown),
      citation.page ? element("span", {}, visible(filled(words.page, citation.page))) : null,
      licence ? element("span", {}, licenceName(licence, words)) : null,
    ];
  }

  badges(cited) {
    const { words } = this;
    const badge = (name, label, notice) => [
      " ",
      element("span", { class: `badge badge-${name}`, title: notice }, label),
    ];
    return [
      cited.is_digest ? badge("digest", words.digest, words.digest_notice) : [],
      cited.is_truncated ? badge("truncated", words.truncated, words.truncated_notice) : [],
      cited.superseded_by ? badge("superseded", words.superseded, words.superseded_by) : [],
    ].flat();
  }

  newer(document_) {
    return element(
      "p",
      { class: "meta newer" },
      this.words.superseded_by,
      " ",
      this.link(document_.url, bilingual(document_.title), ""),
    );
  }

  /** A link that stays inside the service; it says where it opens. */
  link(address, label, kind, number = null) {
    const { opensNew } = this;
    const hidden = (text) => element("span", { class: "hidden-label" }, ` ${text}`);
    return element(
      "a",
      {
        class: kind || null,
        href: this.inside(address),
        target: opensNew ? "_blank" : null,
        rel: opensNew ? "noopener" : null,
      },
      label,
      number === null ? null : hidden(`(${filled(this.words.source_number, number)})`),
      opensNew ? hidden(this.words.opens_new) : null,
      kind === "open" ? element("span", { "aria-hidden": "true" }, opensNew ? " ↗" : " →") : null,
    );
  }

  /** Of when the sources are, and the snapshot that they stand in. */
  dated(reply) {
    const dates = reply.citations.map((one) => one.document.published_on).filter(Boolean).sort();
    if (!dates.length) return null;
    const [first, last] = [dates[0], dates.at(-1)];
    const range = first === last ? first : `${first} – ${last}`;
    return element(
      "p",
      { class: "meta dated" },
      spelled(filled(this.words.sources_of, range)),
      reply.snapshot
        ? [` · ${this.words.snapshot} `, element("code", {}, spelled(reply.snapshot).slice(0, 12))]
        : null,
    );
  }

  query(text) {
    return element(
      "details",
      { class: "query" },
      element("summary", {}, this.words.for_programs),
      element("pre", { tabindex: "0" }, element("code", {}, spelled(text))),
    );
  }
}

/** The reply for one announcement: its status, what it says, and how many sources it has. */
export function summary(reply, words) {
  const said = spelled(reply.answer)
    .replace(/\s*\[\d{1,3}\]/g, "")
    .trim();
  const count = reply.citations.length;
  const sources = count ? ` ${filled(words.sources_count, count)}` : "";
  return `${words[`status_${reply.status}`] ?? reply.status}: ${said}${sources}`;
}

/** A licence's name; of an unknown one also what is unknown. */
export function licenceName(licence, words) {
  if (licence === "unknown") return `${words.licence} ${words.licence_unknown}`;
  return words[`licence_${licence}`] ?? spelled(licence);
}

function statusName(status) {
  return /^[a-z_]+$/.test(status) ? status : "answered";
}

function language(reply) {
  return reply.language === "en" ? "en" : "ko";
}
