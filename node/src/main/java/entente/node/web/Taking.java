package entente.node.web;

import entente.node.export.Provenance;
import entente.node.web.Frame.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a reader takes away from a page: its other forms, and how it is cited.
///
/// `citation` is in the language of the page, `otherCitation` in the other; `root` is what the checkpoint of the page
/// signs. `feed` is where what is new on the page can be followed, null where nothing can.
public record Taking(
        List<Step> forms,
        @Nullable String feed,
        String address,
        String citation,
        String otherCitation,
        String root,
        String licence) {
    static Taking of(Scene scene, Subject subject) {
        Provenance from = new Citation(scene, subject).provenance();
        return new Taking(
                subject.forms().stream()
                        .map(form -> new Step(name(form, scene), scene.links().to(subject, form)))
                        .toList(),
                subject.forms().contains(Format.ATOM) ? scene.links().today().to(subject, Format.ATOM) : null,
                from.address().in(scene.speech().language()),
                from.citation().in(scene.speech().language()),
                from.citation().in(scene.speech().language().other()),
                from.root().base64(),
                Provenance.LICENCE.in(scene.speech().language()));
    }

    static String name(Format form, Scene scene) {
        return switch (form) {
            case HTML -> "HTML";
            case JSON -> "JSON";
            case CSV -> "CSV";
            case XLSX -> scene.say("Excel workbook", "classeur Excel");
            case ATOM -> scene.say("feed (Atom)", "fil (Atom)");
            case SVG -> scene.say("picture (SVG)", "image (SVG)");
            case PDF -> scene.say("one-page briefing (PDF)", "note d’une page (PDF)");
            case EMBED -> scene.say("to embed", "à intégrer");
            case PRINT -> scene.say("foot of the printed page", "pied de la page imprimée");
            case TTL -> "Turtle";
            case JSONLD -> "JSON-LD";
        };
    }
}
