package entente.node.web;

import entente.agreement.Fact;
import entente.agreement.Line;
import entente.agreement.Line.Origin;
import entente.node.export.Table;
import entente.node.export.Table.Cell;
import entente.node.export.Table.Column;
import entente.node.export.Table.Kind;
import entente.node.web.Views.FactLink;
import entente.terms.Words;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Sums of money as a table to take away: what is added and what is not, so that a reader can add them up again.
record MoneyTable(MoneyLines lines) {
    private static final List<Column> COLUMNS = List.of(
            column(
                    "line",
                    "Line",
                    "Ligne",
                    Kind.TEXT,
                    "Name of the sum: fact and place in it, or commitment.",
                    "Nom de la somme\u00A0: fait et rang, ou engagement."),
            column(
                    "added",
                    "Added",
                    "Additionné",
                    Kind.TEXT,
                    "Whether it is added to the total of its stage and currency.",
                    "Si elle entre dans le total de son stade et de sa devise."),
            column(
                    "reason",
                    "Why not",
                    "Pourquoi non",
                    Kind.TEXT,
                    "Why it is not added; empty where it is.",
                    "Pourquoi elle n’est pas additionnée\u202F; vide si elle l’est."),
            column("stage", "Stage", "Stade", Kind.TEXT, "How far the sum has come.", "Où en est la somme."),
            column("amount", "Amount", "Montant", Kind.MONEY, "As published.", "Tel que publié."),
            column(
                    "published",
                    "As published",
                    "Tel que publié",
                    Kind.TEXT,
                    "With what the source says around the number.",
                    "Avec ce que la source dit autour du nombre."),
            column(
                    "happened",
                    "Date in the world",
                    "Date du monde",
                    Kind.PERIOD,
                    "When it was so; of a promise, when it is to be paid.",
                    "Quand cela fut\u202F; pour une promesse, quand elle est à verser."),
            column("payer", "Payer", "Payeur", Kind.TEXT, "Who pays.", "Qui paie."),
            column("purpose", "Purpose", "Objet", Kind.TEXT, "For what.", "Pour quoi."),
            column("payee", "Payee", "Destinataire", Kind.TEXT, "To whom.", "À qui."),
            column(
                    "clauses",
                    "Clauses",
                    "Clauses",
                    Kind.TEXT,
                    "What it bears on: agreement and number of the clause.",
                    "Ce à quoi elle se rapporte\u00A0: accord et numéro de clause."),
            column("publisher", "Publisher", "Publié par", Kind.TEXT, "Who published it.", "Qui l’a publiée."),
            column(
                    "grade",
                    "Grade",
                    "Degré de preuve",
                    Kind.TEXT,
                    "How well it is supported.",
                    "Comment elle est étayée."),
            column(
                    "entry",
                    "Entry",
                    "Entrée",
                    Kind.NUMBER,
                    "The entry of the log that tells it.",
                    "L’entrée du registre qui la porte."),
            column("proof", "Proof", "Preuve", Kind.LINK, "The receipt of that entry.", "Le reçu de cette entrée."));

    private static Column column(String key, String en, String fr, Kind kind, String meaning, String sens) {
        return new Column(key, new Words(en, fr), kind, new Words(meaning, sens));
    }

    Table of(Collection<Line> some) {
        return new Table(
                "sums",
                new Words("Sums of money", "Sommes d’argent"),
                COLUMNS,
                MoneyLines.dated(some).stream().map(this::row).toList());
    }

    private List<Cell> row(Line line) {
        MoneyLines.Row row = lines.row(line);
        Long index = lines.entry(line);
        return List.of(
                Cell.text(row.id()),
                Cell.text(
                        line.added()
                                ? lines.scene().say("yes", "oui")
                                : lines.scene().say("no", "non")),
                Cell.text(row.refused()),
                Cell.text(row.stage()),
                Cell.sum(line.money()),
                Cell.text(row.amount()),
                line.origin() instanceof Origin.Told(Fact fact, int _)
                        ? Cell.when(fact.happened())
                        : Cell.when(line.when()),
                Cell.text(row.payer()),
                Cell.text(row.purpose()),
                Cell.text(row.payee()),
                Cell.text(row.clauses().stream().map(FactLink::id).collect(Collectors.joining(", "))),
                Cell.text(row.publisher()),
                Cell.text(row.grade()),
                index == null ? Cell.EMPTY : Cell.number(index),
                Cell.link(row.receipt() == null ? null : lines.scene().origin() + row.receipt()));
    }
}
