package entente.node.web;

import entente.node.export.Atom;
import entente.node.export.Csv;
import entente.node.export.Pdf;
import entente.node.export.Provenance;
import entente.node.export.Xlsx;
import entente.terms.Language;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A page as a file: tables, feed, paper, a piece to embed, a catalogue. `render` lays out a template; `since` is the
/// earlier of two times where the page tells what changed between them, else null.
record Takeaway(Scene scene, Subject subject, @Nullable When since, BiFunction<String, Object, String> render) {
    /// What a browser may do with a piece of a page that stands inside another site's: show it, and nothing else.
    private static final String EMBEDDED = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors *";

    /// The page in a form; nothing where it is not offered in it.
    Optional<Reply> reply(Sheet sheet, Format form) {
        if (!subject.forms().contains(form)) {
            return Optional.empty();
        }
        Language language = scene.speech().language();
        return switch (form) {
            case CSV ->
                sheet.tables().stream()
                        .findFirst()
                        .map(table -> file(form, Csv.write(table, provenance(), language), "attachment"));
            case XLSX ->
                Optional.of(sheet.tables())
                        .filter(tables -> !tables.isEmpty())
                        .map(tables -> file(form, Xlsx.write(tables, provenance(), language), "attachment"));
            case ATOM -> sheet.feed().map(feed -> file(form, Atom.write(feed, language), "inline"));
            case PDF ->
                sheet.briefing()
                        .map(briefing -> file(
                                form,
                                Pdf.of(
                                        render.apply("briefing.jte", briefing),
                                        scene.snapshot().signed()),
                                "inline"));
            case EMBED -> sheet.embedded().map(piece -> embedded(render.apply("embed.jte", piece)));
            case TTL, JSONLD ->
                sheet.catalogue(form).map(text -> file(form, text.getBytes(StandardCharsets.UTF_8), "inline"));
            case HTML, JSON, SVG, PRINT -> Optional.empty();
        };
    }

    /// Whether a form is a file of this kind.
    static boolean carries(Format form) {
        return switch (form) {
            case CSV, XLSX, ATOM, PDF, EMBED, TTL, JSONLD -> true;
            case HTML, JSON, SVG, PRINT -> false;
        };
    }

    private Provenance provenance() {
        return new Citation(scene, subject, since).provenance();
    }

    private Reply file(Format form, byte[] bytes, String disposition) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Cache-Control", Reply.ASK);
        headers.put("Content-Disposition", disposition + "; filename=\"" + name() + form.extension() + "\"");
        headers.put("Link", "<" + Provenance.LICENCE_ADDRESS + ">; rel=\"license\"");
        return new Reply(200, form.media(), bytes, Map.copyOf(headers));
    }

    /// What the file is called on the reader's disk: what it is about, as of when, by which checkpoint.
    private String name() {
        return "entente" + subject.path(scene.speech().language()).replace('/', '-')
                + (since == null ? "" : "-" + since.toString().replace(',', '-')) + "-" + scene.day() + "-c"
                + scene.snapshot().size();
    }

    private Reply embedded(String html) {
        return Reply.of(200, Format.EMBED.media(), html)
                .with("Content-Security-Policy", EMBEDDED)
                .with("Cross-Origin-Resource-Policy", "cross-origin");
    }
}
