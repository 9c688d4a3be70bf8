package entente.node.web;

import entente.agreement.Agreement;
import entente.agreement.Changes;
import entente.agreement.Changes.MovedTotal;
import entente.agreement.Fact;
import entente.agreement.Figure;
import entente.agreement.Figure.Count;
import entente.agreement.Figure.Sum;
import entente.agreement.Figures;
import entente.agreement.Figures.Teller;
import entente.agreement.Figures.Telling;
import entente.agreement.Figures.Thing;
import entente.agreement.Theme;
import entente.agreement.Theme.Made;
import entente.agreement.Totals.Total;
import entente.node.export.Table;
import entente.node.export.Table.Cell;
import entente.node.export.Table.Column;
import entente.node.export.Table.Kind;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the pages that compare show, as tables to be taken away.
record ComparedExtracts(Scene scene) {
    private static final Column FACT =
            Columns.column("fact", "Fact", "Fait", Kind.TEXT, "Id of the fact.", "Identifiant du fait.");
    private static final Column COMMITMENT = Columns.column(
            "commitment",
            "Commitment",
            "Engagement",
            Kind.TEXT,
            "Id of the commitment: agreement, clause, commitment.",
            "Identifiant de l’engagement : accord, clause, engagement.");

    private static final List<Column> FIGURES = List.of(
            text(
                    "thing",
                    "Thing",
                    "Grandeur",
                    "Name of what was counted or paid.",
                    "Nom de ce qui a été compté ou payé."),
            text("title", "Title", "Titre", "The thing, in words.", "La grandeur, en mots."),
            text(
                    "verdict",
                    "Verdict",
                    "Constat",
                    "differ, noted, not-compared, agree or single.",
                    "differ, noted, not-compared, agree ou single."),
            text(
                    "doubts",
                    "Doubts",
                    "Doutes",
                    "Codes of what may explain a difference, or hide one.",
                    "Codes de ce qui peut expliquer un écart, ou en cacher un."),
            Columns.column(
                    "amount",
                    "Amount",
                    "Montant",
                    Kind.MONEY,
                    "A sum of money, in major units; empty for a count.",
                    "Une somme d’argent, en unités principales ; vide pour un dénombrement."),
            text("stage", "Stage", "Stade", "How far the sum has come.", "Où en est la somme."),
            text("role", "Role", "Rôle", "How the sum stands to others.", "Rapport de la somme aux autres."),
            Columns.column(
                    "count",
                    "Count",
                    "Nombre",
                    Kind.NUMBER,
                    "A count; empty for a sum of money.",
                    "Un dénombrement ; vide pour une somme d’argent."),
            text("unit", "Unit", "Unité", "What is counted, in words.", "Ce qui est compté, en mots."),
            Columns.bound(),
            Columns.column(
                    "low",
                    "Lowest",
                    "Minimum",
                    Kind.NUMBER,
                    "Low end, where a range is given.",
                    "Bas de la fourchette, s’il y en a une."),
            Columns.column(
                    "high",
                    "Highest",
                    "Maximum",
                    Kind.NUMBER,
                    "High end, where a range is given.",
                    "Haut de la fourchette, s’il y en a une."),
            text(
                    "beside",
                    "Beside a larger sum",
                    "À côté d’une plus grande",
                    "yes where it is shown and not compared.",
                    "yes si elle est montrée sans être comparée."),
            Columns.column(
                    "when",
                    "For when",
                    "Période visée",
                    Kind.PERIOD,
                    "What time it is about.",
                    "La période dont il s’agit."),
            text(
                    "year",
                    "Kind of year",
                    "Type d’année",
                    "uk-year or french-year (a calendar year) where it fills one.",
                    "uk-year ou french-year (année civile) si elle en couvre une."),
            text("publisher", "Publisher", "Éditeur", "Who published it.", "Qui l’a publié."),
            text("source_kind", "Kind of source", "Type de source", "What kind of publisher.", "Le type d’éditeur."),
            Columns.column(
                    "reported",
                    "Reported",
                    "Publié",
                    Kind.PERIOD,
                    "When the source published it.",
                    "Quand la source l’a publié."),
            text("grade", "Grade", "Degré de preuve", "How well it is supported.", "À quel point il est étayé."),
            FACT,
            text(
                    "commitments",
                    "Commitments",
                    "Engagements",
                    "Ids of the commitments that promise the sum.",
                    "Identifiants des engagements qui promettent la somme."),
            Columns.entry("the fact or the agreement", "le fait ou l’accord"));

    private static final List<Column> PROMISES = List.of(
            text("theme", "Theme", "Thème", "What it is about.", "Ce dont il s’agit."),
            Columns.column(
                    "strand",
                    "Promise",
                    "Promesse",
                    Kind.NUMBER,
                    "Rows with the same number in one theme are one promise made again.",
                    "Les lignes de même numéro d’un thème sont une même promesse reprise."),
            COMMITMENT,
            text("does", "In words", "En mots", "What is promised, in our words.", "Ce qui est promis, avec nos mots."),
            Columns.column(
                    "signed", "Signed", "Signé", Kind.DATE, "First day of signature.", "Premier jour de la signature."),
            Columns.column(
                    "promised",
                    "Sum promised",
                    "Somme promise",
                    Kind.MONEY,
                    "The sum that the text promises, in major units.",
                    "La somme que le texte promet, en unités principales."),
            Columns.column(
                    "next_signed",
                    "Made again",
                    "Reprise",
                    Kind.DATE,
                    "When the next of the same promise was signed.",
                    "Quand la même promesse a été signée de nouveau."),
            text(
                    "standing_then",
                    "Standing then",
                    "État alors",
                    "How it stood on that day, as a code.",
                    "Son état ce jour-là, sous forme de code."),
            text("standing", "Standing", "État", "How it stands, as a code.", "Son état, sous forme de code."),
            Columns.entry("the agreement", "l’accord"));

    private static final List<Column> CHANGES = List.of(
            text(
                    "change",
                    "Change",
                    "Changement",
                    "agreement, clause, reworded, added, corrected, retracted, restored, unsaid, standing or total.",
                    "agreement, clause, reworded, added, corrected, retracted, restored, unsaid, standing ou total."),
            text("of", "Of", "De", "Id of what changed.", "Identifiant de ce qui a changé."),
            text("from", "From", "Avant", "What it was.", "Ce que c’était."),
            text("to", "To", "Après", "What it is.", "Ce que c’est."),
            text("reason", "Reason", "Motif", "Why, where it is told.", "Pourquoi, si cela est dit."),
            Columns.entry("what changed", "ce qui a changé"));

    private static Column text(String key, String en, String fr, String means, String signifie) {
        return Columns.column(key, en, fr, Kind.TEXT, means, signifie);
    }

    List<Table> of(Figures figures) {
        FigureTitles titles = new FigureTitles(scene);
        List<List<Cell>> rows = new ArrayList<>();
        for (Thing thing : figures.things()) {
            String title = titles.title(thing);
            thing.tellings().forEach(telling -> rows.add(row(thing, title, telling)));
        }
        return List.of(new Table(
                "figures_compared", new Words("Figures side by side", "Chiffres côte à côte"), FIGURES, rows));
    }

    private List<Cell> row(Thing thing, String title, Telling telling) {
        Figure figure = telling.figure();
        Sum sum = figure instanceof Sum one ? one : null;
        Count count = figure instanceof Count one ? one : null;
        Fact fact = telling.teller() instanceof Teller.OfFact(Fact one) ? one : null;
        Teller.OfText text = telling.teller() instanceof Teller.OfText one ? one : null;
        return List.of(
                Cell.text(thing.name()),
                Cell.text(title),
                Cell.text(thing.verdict().code()),
                Cell.text(thing.doubts().stream().map(Figures.Doubt::code).collect(Collectors.joining(" "))),
                Cell.sum(sum == null ? null : sum.money()),
                Cell.text(sum == null ? null : sum.stage().code()),
                Cell.text(sum == null ? null : sum.role().code()),
                Cell.number(count == null ? null : count.value()),
                Cell.text(count == null ? null : count.unit()),
                Cell.text(figure.bound().code()),
                Cell.number(figure.low()),
                Cell.number(figure.high()),
                Cell.text(telling.beside() ? "yes" : ""),
                Cell.when(telling.when()),
                Cell.text(telling.year() == null ? "" : telling.year().code()),
                Cell.text(fact == null ? null : fact.source().publisher()),
                Cell.text(fact == null ? null : fact.source().kind().code()),
                Cell.when(fact == null ? null : fact.reported()),
                Cell.text(fact == null ? null : fact.grade().code()),
                Cell.text(fact == null ? null : fact.id()),
                Cell.text(
                        text == null
                                ? ""
                                : text.promises().stream().map(Object::toString).collect(Collectors.joining(" "))),
                fact != null
                        ? Extracts.entry(scene.snapshot().entry(fact.id()))
                        : text != null ? agreement(text.agreement().id()) : Cell.EMPTY);
    }

    private Cell agreement(String id) {
        return Extracts.entry(scene.snapshot().agreements().get(id));
    }

    List<Table> of(List<Theme> themes) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Theme theme : themes) {
            for (int strand = 0; strand < theme.strands().size(); strand++) {
                for (Made made : theme.strands().get(strand).made()) {
                    rows.add(row(theme, strand + 1, made));
                }
            }
        }
        return List.of(new Table("like_promises", new Words("Like promises", "Promesses semblables"), PROMISES, rows));
    }

    private List<Cell> row(Theme theme, int strand, Made made) {
        Sum promised = made.commitment().promised();
        Theme.Before before = made.before();
        return List.of(
                Cell.text(Labels.theme(theme.name())),
                Cell.number(strand),
                Cell.text(made.commitment().id().toString()),
                Cell.text(made.commitment().does()),
                Cell.day(made.signed()),
                Cell.sum(promised == null ? null : promised.money()),
                Cell.day(before == null ? null : before.day()),
                Cell.text(before == null ? null : before.standing().code()),
                Cell.text(made.now().standing().code()),
                agreement(made.agreement().id()));
    }

    /// `before` is where the entries are found of what the second view no longer holds.
    List<Table> of(Changes changes, Scene before) {
        List<List<Cell>> rows = new ArrayList<>();
        changes.agreements().stream()
                .map(Agreement::id)
                .forEach(id -> rows.add(change("agreement", id, "", "", List.of(), agreement(id))));
        changes.clauses()
                .forEach(one -> rows.add(change(
                        "clause",
                        one.id().toString(),
                        "",
                        "",
                        List.of(),
                        agreement(one.id().agreement()))));
        changes.reworded()
                .forEach(one -> rows.add(change(
                        "reworded",
                        one.id().toString(),
                        "",
                        "",
                        List.of(),
                        agreement(one.id().agreement()))));
        changes.added().forEach(fact -> rows.add(change("added", fact.id(), "", "", List.of(), fact(scene, fact))));
        changes.corrected()
                .forEach(one -> rows.add(change(
                        "corrected",
                        one.from().id(),
                        one.from().id(),
                        one.to().id(),
                        one.reasons(),
                        fact(scene, one.to()))));
        changes.retracted()
                .forEach(one -> rows.add(
                        change("retracted", one.fact().id(), "", "", one.reasons(), fact(before, one.fact()))));
        changes.restored()
                .forEach(fact -> rows.add(change("restored", fact.id(), "", "", List.of(), fact(scene, fact))));
        changes.unsaid().forEach(fact -> rows.add(change("unsaid", fact.id(), "", "", List.of(), fact(before, fact))));
        changes.standings()
                .forEach(one -> rows.add(change(
                        "standing",
                        one.commitment().id().toString(),
                        ChangesSheet.codes(one.from()),
                        ChangesSheet.codes(one.to()),
                        List.of(),
                        agreement(one.commitment().id().clause().agreement()))));
        changes.totals().forEach(one -> rows.add(total(one)));
        return List.of(new Table("changes", new Words("Changes", "Changements"), CHANGES, rows));
    }

    private static Cell fact(Scene scene, Fact fact) {
        return Extracts.entry(scene.snapshot().entry(fact.id()));
    }

    private List<Cell> total(MovedTotal moved) {
        Total one = moved.from() != null ? moved.from() : moved.to();
        return change(
                "total",
                moved.agreement().id() + (one == null ? "" : " " + one.stage().code()),
                amount(moved.from()),
                amount(moved.to()),
                List.of(),
                agreement(moved.agreement().id()));
    }

    private static String amount(@Nullable Total total) {
        return total == null ? "" : total.amount().toString();
    }

    private static List<Cell> change(String kind, String of, String from, String to, List<Words> reasons, Cell entry) {
        Words reason = reasons.isEmpty()
                ? null
                : new Words(
                        reasons.stream().map(Words::en).collect(Collectors.joining(" ")),
                        reasons.stream().map(Words::fr).collect(Collectors.joining(" ")));
        return List.of(Cell.text(kind), Cell.text(of), Cell.text(from), Cell.text(to), Cell.text(reason), entry);
    }
}
