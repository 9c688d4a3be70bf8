package entente.node.web;

import entente.agreement.Standing;
import entente.node.export.Provenance;
import entente.terms.Language;
import entente.terms.Words;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How a page is cited: its name, the day, the checkpoint and the address at which it stays as it was, in both
/// languages.
///
/// `since` is the earlier of two times where the page tells what changed between them, else null.
record Citation(Scene scene, Subject subject, @Nullable When since) {
    Citation(Scene scene, Subject subject) {
        this(scene, subject, null);
    }

    /// The page at its checkpoint.
    Provenance provenance() {
        Words address = new Words(address(Language.ENGLISH), address(Language.FRENCH));
        Words name = since == null
                ? name()
                : new Words(
                        name().en() + ": what changed since " + since,
                        name().fr() + "\u00A0: ce qui a changé depuis " + since);
        return new Provenance(
                name,
                address,
                scene.day(),
                scene.snapshot().size(),
                scene.snapshot().root(),
                scene.snapshot().signed(),
                new Words(
                        "Entente, “" + name.en() + "”" + known(Language.ENGLISH) + ", " + address.en(),
                        "Entente, «\u00A0" + name.fr() + "\u00A0»" + known(Language.FRENCH) + ", " + address.fr()));
    }

    private String known(Language language) {
        Speech speech = new Speech(language);
        return speech.say(", as known on ", ", tel que connu au ")
                + speech.day(scene.day())
                + speech.say(", checkpoint ", ", point de contrôle ")
                + speech.number(scene.snapshot().size());
    }

    private String address(Language language) {
        Links links = new Links(language, fixed());
        return scene.origin() + (since == null ? links.to(subject) : links.since(since, subject, Format.HTML));
    }

    /// The time of the scene with its checkpoint; the day is left out where the checkpoint alone means it.
    private When fixed() {
        boolean same = scene.day().equals(Scene.dayOf(scene.snapshot()));
        return new When(same ? null : scene.day(), scene.snapshot().size());
    }

    /// What the page is called where it is not in sight.
    Words name() {
        return switch (subject) {
            case Subject.Agreements() ->
                new Words(
                        "Agreements between the United Kingdom and France",
                        "Accords entre la France et le Royaume-Uni");
            case Subject.OneAgreement(String id) -> title(id);
            case Subject.OneClause(String id, int number) -> {
                Words title = title(id);
                yield new Words(title.en() + ", clause " + number, title.fr() + ", clause " + number);
            }
            case Subject.OneEntry(var _, long index) -> new Words("Entry " + index, "Entrée " + index);
            case Subject.Money(var id) -> of(id, "Money by stage", "Les sommes par stade");
            case Subject.Figures(var id) -> of(id, "Published figures", "Les chiffres publiés");
            case Subject.OneFigure(var id, String name) -> figure(id, name);
            case Subject.Promises(var theme) ->
                theme == null
                        ? new Words("Like promises", "Les promesses semblables")
                        : new Words("Like promises: " + theme, "Les promesses semblables\u00A0: " + theme);
            case Subject.Timeline(var id, var clause) ->
                clause == null
                        ? of(id, "Timeline", "Chronologie")
                        : of(id, "Timeline of clause " + clause, "Chronologie de la clause " + clause);
            case Subject.Chart(var part) ->
                part == null ? new Words("Map", "Carte") : new Words("Map: " + part, "Carte\u00A0: " + part);
            case Subject.Find() -> new Words("Find", "Chercher");
            case Subject.Data(var table) ->
                table == null ? new Words("Data", "Données") : new Words("Data: " + table, "Données\u00A0: " + table);
            case Subject.Accessibility() -> new Words("Accessibility", "Accessibilité");
            case Subject.Verify() -> new Words("Verification", "Vérification");
            case Subject.Glossary() -> new Words("What the standings mean", "Ce que signifient les états");
            case Subject.Lanes() -> new Words("Lanes", "Voies");
            case Subject.OneLane(String lane, var _) -> new Words("Lane " + lane, "Voie " + lane);
        };
    }

    private Words figure(@Nullable String agreement, String name) {
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.code().equals(name))
                .findFirst()
                .map(standing -> of(
                        agreement,
                        "commitments that stand as “" + standing.title().en() + "”",
                        "engagements dont l’état est «\u00A0" + standing.title().fr() + "\u00A0»"))
                .orElseGet(() -> of(agreement, "Figure " + name, "Chiffre " + name));
    }

    private Words of(@Nullable String agreement, String en, String fr) {
        if (agreement == null) {
            return new Words(en, fr);
        }
        Words title = title(agreement);
        return new Words(title.en() + ": " + en, title.fr() + "\u00A0: " + fr);
    }

    private Words title(String agreement) {
        return scene.register().agreement(agreement).map(one -> one.title()).orElse(Words.same(agreement));
    }
}
