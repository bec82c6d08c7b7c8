package gdtrain.report.html;

import gdtrain.report.MarkupText;
import gdtrain.report.language.Language;
import gdtrain.report.language.Phrases;
import gdtrain.report.picture.Theme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A page of one file: light, dark or printed, narrow or wide. Its policy lets nothing be loaded but
 * images that are in it, and nothing be run but the scripts that were added. Texts are escaped;
 * only {@link #markup} takes what is markup already.
 */
public final class HtmlPage {
  private static final String COLOURS =
      """
      body{color:$ink;background:$paper}
      .note,dt,output{color:$axis}
      h2,th,td{border-color:$grid}
      button{border-color:$axis}
      pre{background:$grid}
      svg text{fill:$ink}
      svg .axis,svg .reference path{stroke:$axis}
      svg .grid,svg .cell{stroke:$grid}
      svg .on-paper,svg .ball{stroke:$paper}
      svg .in-ink{stroke:$ink}
      input{accent-color:$ink}
      """;

  private static final String STYLE =
      """
      *{box-sizing:border-box}
      body{margin:0;font:15px/1.5 system-ui,-apple-system,'Segoe UI',\
      Roboto,'Noto Sans','Noto Sans CJK TC','PingFang TC','Microsoft JhengHei',sans-serif;overflow-wrap:anywhere}
      main{max-width:72rem;margin:0 auto;padding:1rem}
      h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0}
      h2{font-size:1.2rem;margin:2.2rem 0 .6rem;border-bottom:1px solid;padding-bottom:.2rem}
      h3{font-size:1rem;margin:1.2rem 0 .3rem}
      p{margin:.5rem 0;max-width:50rem}
      .lead{font-size:1.1rem}
      figure{margin:0;min-width:0}
      figcaption{font-weight:600}
      .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.5rem}
      svg{display:block;max-width:100%;height:auto;overflow:visible}
      svg text{font:12px system-ui,-apple-system,'Segoe UI',Roboto,sans-serif}
      svg .title{font-size:15px;font-weight:600}
      svg path{fill:none;stroke-width:1.7;stroke-linejoin:round;stroke-linecap:round}
      svg .dots{stroke-width:5}
      svg .axis,svg .grid{stroke-width:1}
      svg .cell{stroke-width:1}
      svg .cloud{stroke-width:4;stroke-opacity:.6}
      svg .reference path{stroke-dasharray:5 4}
      output{display:block;min-height:1.5em;font-size:.87rem}
      :focus-visible{outline:2px solid;outline-offset:2px}
      button{font:inherit;font-size:.87rem;color:inherit;background:none;border:1px solid;border-radius:4px;\
      padding:.15em .7em;cursor:pointer}
      summary{cursor:pointer;font-size:.87rem}
      pre{white-space:pre-wrap;padding:.7rem;border-radius:4px;\
      font:13px/1.45 ui-monospace,Consolas,Menlo,monospace}
      .wide{overflow-x:auto;max-width:100%}
      table{border-collapse:collapse;font-size:.87rem;overflow-wrap:normal}
      th,td{padding:.2em .7em;text-align:right;border-bottom:1px solid;font-variant-numeric:tabular-nums;\
      unicode-bidi:isolate}
      dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.2rem;font-size:.87rem;margin:.6rem 0}
      dd{margin:0}
      th:first-child,.text{text-align:left}
      tbody th{font-weight:400}
      @media(max-width:500px){svg text{font-size:14px}}
      @media print{main{max-width:none;padding:0}button,output,summary{display:none}\
      figure,tr{break-inside:avoid}h2,h3{break-after:avoid}}
      """;

  private final Language language;
  private final Phrases phrases;
  private final String title;
  private final Optional<Theme> theme;
  private final StringBuilder body = new StringBuilder();
  private final Set<String> styles = new LinkedHashSet<>();
  private final Set<String> scripts = new LinkedHashSet<>();
  private boolean inSection;

  /**
   * A page with nothing but its frame.
   *
   * @param language of its words
   * @param title in the bar of the browser
   * @param theme empty: light or dark as the reader has it
   */
  public HtmlPage(Language language, String title, Optional<Theme> theme) {
    this.language = language;
    this.phrases = new Phrases("page", language);
    this.title = title;
    this.theme = theme;
    styles.add(STYLE + colours());
  }

  /** The title of the page. */
  public HtmlPage heading(String text) {
    return element("h1", text);
  }

  /** Begins a section, and ends the one before. */
  public HtmlPage section(String heading) {
    body.append(inSection ? "</section>\n" : "").append("<section>\n");
    inSection = true;
    return element("h2", heading);
  }

  /** A heading within a section. */
  public HtmlPage part(String heading) {
    return element("h3", heading);
  }

  /** A paragraph. */
  public HtmlPage paragraph(String text) {
    return element("p", text);
  }

  /** What stands out: the most important paragraph. */
  public HtmlPage lead(String text) {
    return element("p class=\"lead\"", text);
  }

  /** A paragraph that explains. */
  public HtmlPage note(String text) {
    return element("p class=\"note\"", text);
  }

  /** Lines as a program prints them. */
  public HtmlPage lines(List<String> lines) {
    String text = lines.stream().map(MarkupText::escaped).collect(Collectors.joining("\n"));
    return markup("<pre tabindex=\"0\">" + text + "</pre>\n");
  }

  /** A list of sentences. */
  public HtmlPage list(List<String> sentences) {
    body.append("<ul>\n");
    sentences.forEach(sentence -> element("li", sentence));
    return markup("</ul>\n");
  }

  /** A table that is seen at once. */
  public HtmlPage table(HtmlTable table) {
    return markup(table.markup());
  }

  /** A table that a reader opens, with the numbers of a picture. */
  public HtmlPage numbers(HtmlTable table) {
    return markup("<details>")
        .element("summary", phrases.text("numbers"))
        .table(table)
        .markup("</details>\n");
  }

  /** Names and what they stand for, which a reader opens. */
  public HtmlPage details(String summary, Map<String, String> facts) {
    return markup("<details>").element("summary", summary).facts(facts).markup("</details>\n");
  }

  /** Names and what they stand for. */
  public HtmlPage facts(Map<String, String> facts) {
    markup("<dl>\n");
    facts.forEach((name, value) -> element("dt", name).element("dd", value));
    return markup("</dl>\n");
  }

  /** The words of the page. */
  Phrases phrases() {
    return phrases;
  }

  /**
   * A picture with its numbers in a table below.
   *
   * @param caption above it
   * @param svg an element that tells readers what it shows: with a role, and a label or a title
   */
  public HtmlPage figure(String caption, String svg, HtmlTable table) {
    markup("<figure>\n").caption(caption).markup(svg);
    return numbers(table).markup("</figure>\n");
  }

  /** A picture whose numbers are elsewhere. */
  public HtmlPage figure(String caption, String svg) {
    return markup("<figure>\n").caption(caption).markup(svg).markup("</figure>\n");
  }

  /** What a figure shows; nothing if it is empty. */
  HtmlPage caption(String text) {
    return text.isEmpty() ? this : element("figcaption", text);
  }

  /** Begins figures that stand side by side where there is room. */
  public HtmlPage figures() {
    return markup("<div class=\"figures\">\n");
  }

  /** Ends them. */
  public HtmlPage endFigures() {
    return markup("</div>\n");
  }

  private HtmlPage element(String tag, String text) {
    String name = tag.split(" ", 2)[0];
    return markup("<%s>%s</%s>\n".formatted(tag, MarkupText.escaped(text), name));
  }

  /** What is markup already. */
  public HtmlPage markup(String markup) {
    body.append(markup);
    return this;
  }

  /** Further rules of style; the same are added once. */
  public HtmlPage style(String rules) {
    styles.add(rules);
    return this;
  }

  /** A script that runs when the page is read; the same is added once. */
  public HtmlPage script(String text) {
    scripts.add(text);
    return this;
  }

  /** The text of the page. */
  public String text() {
    return """
    <!DOCTYPE html>
    <html lang="%s">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src%s; script-src%s; \
    base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width">
    <title>%s</title>
    %s</head>
    <body>
    <main>
    %s%s</main>
    %s</body>
    </html>
    """
        .formatted(
            language.word(),
            hashes(styles),
            scripts.isEmpty() ? " 'none'" : hashes(scripts),
            MarkupText.escaped(title),
            elements("style", styles),
            body,
            inSection ? "</section>\n" : "",
            elements("script", scripts));
  }

  private static String elements(String tag, Set<String> texts) {
    return texts.stream()
        .map(text -> "<%s>%s</%s>\n".formatted(tag, text, tag))
        .collect(Collectors.joining());
  }

  private static String hashes(Set<String> texts) {
    return texts.stream().map(text -> " " + hash(text)).collect(Collectors.joining());
  }

  /** What a policy calls a text that it lets pass. */
  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Paper is white. */
  private String colours() {
    return theme
        .map(HtmlPage::colours)
        .orElseGet(
            () ->
                "%s@media screen and (prefers-color-scheme:dark){%s}"
                    .formatted(colours(Theme.LIGHT), colours(Theme.DARK)));
  }

  private static String colours(Theme theme) {
    return theme.rules(COLOURS);
  }
}
