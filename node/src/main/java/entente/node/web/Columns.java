package entente.node.web;

import entente.agreement.Standing;
import entente.node.export.Table.Column;
import entente.node.export.Table.Kind;
import entente.terms.Words;
import java.util.ArrayList;
import java.util.List;

/// The columns of the tables that are taken away. A key is never taken back: programs read it.
final class Columns {
    private static final String STAGE_EN =
            "How far the sum has come: announced, promised, allocated, contracted, paid, certified, delivered.";
    private static final String STAGE_FR =
            "Où en est la somme : announced, promised, allocated, contracted, paid, certified, delivered.";
    private static final Column AGREEMENT =
            column("agreement", "Agreement", "Accord", Kind.TEXT, "Id of the agreement.", "Identifiant de l’accord.");
    private static final Column FACT =
            column("fact", "Fact", "Fait", Kind.TEXT, "Id of the fact.", "Identifiant du fait.");
    private static final Column ADDRESS = column(
            "page",
            "Page",
            "Page",
            Kind.LINK,
            "Where the row is shown with all that it rests on.",
            "Où la ligne est présentée avec tout ce qui la fonde.");
    private static final Column HAPPENED = column(
            "happened",
            "Happened",
            "Survenu",
            Kind.PERIOD,
            "When it was so, no more exactly than the source says (ISO 8601-2).",
            "Quand cela s’est produit, sans plus de précision que la source (ISO 8601-2).");

    static final List<Column> AGREEMENTS = agreements();

    static final List<Column> COMMITMENTS = List.of(
            AGREEMENT,
            column("clause", "Clause", "Clause", Kind.NUMBER, "Number of the clause.", "Numéro de la clause."),
            column(
                    "commitment",
                    "Commitment",
                    "Engagement",
                    Kind.TEXT,
                    "Id of the commitment: agreement, clause, commitment.",
                    "Identifiant de l’engagement : accord, clause, engagement."),
            column(
                    "who",
                    "Owed by",
                    "Dû par",
                    Kind.TEXT,
                    "The governments that owe it: UK, FR.",
                    "Les gouvernements qui le doivent : UK, FR."),
            column("others", "Others", "Autres", Kind.TEXT, "Who else owes it.", "Qui d’autre le doit."),
            column(
                    "promise",
                    "Promise",
                    "Promesse",
                    Kind.TEXT,
                    "What is promised, in our words.",
                    "Ce qui est promis, avec nos mots."),
            column(
                    "standing_code",
                    "Standing (code)",
                    "État (code)",
                    Kind.TEXT,
                    "How it stands, as a code that is the same in both languages.",
                    "Son état, sous un code commun aux deux langues."),
            column(
                    "standing",
                    "Standing",
                    "État",
                    Kind.TEXT,
                    "How it stands, computed from the facts on record.",
                    "Son état, calculé à partir des faits du registre."),
            column(
                    "overlays",
                    "Beside the standing",
                    "Mentions",
                    Kind.TEXT,
                    "Codes of what must be said beside the standing.",
                    "Codes de ce qui doit être dit à côté de l’état."),
            column("why", "Why", "Pourquoi", Kind.TEXT, "Why it stands so.", "Pourquoi tel est son état."),
            column("due", "Due", "Échéance", Kind.TEXT, "When it is due, in words.", "Quand il est dû, en mots."),
            column(
                    "promised",
                    "Sum promised",
                    "Somme promise",
                    Kind.MONEY,
                    "The sum that the text promises, in major units.",
                    "La somme que le texte promet, en unités principales."),
            column(
                    "promised_bound",
                    "Sum promised (bound)",
                    "Somme promise (borne)",
                    Kind.TEXT,
                    "What the text says around the sum: exact, about, at-most and the like.",
                    "Ce que le texte dit autour de la somme : exact, about, at-most et autres."),
            column(
                    "facts_used",
                    "Facts that count",
                    "Faits qui comptent",
                    Kind.TEXT,
                    "Ids of the facts that count.",
                    "Identifiants des faits qui comptent."),
            column(
                    "facts_refused",
                    "Facts that do not count",
                    "Faits qui ne comptent pas",
                    Kind.TEXT,
                    "Ids of the facts that were looked at and do not count.",
                    "Identifiants des faits examinés qui ne comptent pas."),
            entry("the agreement", "l’accord"),
            ADDRESS);

    static final List<Column> MONEY = List.of(
            AGREEMENT,
            column("stage_code", "Stage (code)", "Stade (code)", Kind.TEXT, STAGE_EN, STAGE_FR),
            column("stage", "Stage", "Stade", Kind.TEXT, "The stage, in words.", "Le stade, en mots."),
            column(
                    "amount",
                    "Amount",
                    "Montant",
                    Kind.MONEY,
                    "The sum of what is known, in major units. Never add two stages or two currencies.",
                    "La somme de ce qui est connu, en unités principales. N’additionnez ni deux stades ni deux devises."),
            bound(),
            column(
                    "facts",
                    "Facts",
                    "Faits",
                    Kind.TEXT,
                    "Ids of the facts that tell it.",
                    "Identifiants des faits qui le rapportent."),
            column(
                    "commitments",
                    "Commitments",
                    "Engagements",
                    Kind.TEXT,
                    "Ids of the commitments whose sums are added.",
                    "Identifiants des engagements dont les sommes sont additionnées."),
            ADDRESS);

    static final List<Column> FACTS = List.of(
            FACT,
            entry("the fact", "le fait"),
            column(
                    "kind",
                    "Kind",
                    "Type",
                    Kind.TEXT,
                    "What sort of thing was so.",
                    "De quelle sorte de fait il s’agit."),
            HAPPENED,
            column(
                    "reported",
                    "Reported",
                    "Publié",
                    Kind.PERIOD,
                    "When the source published it.",
                    "Quand la source l’a publié."),
            column(
                    "grade",
                    "Grade",
                    "Degré de preuve",
                    Kind.TEXT,
                    "How well it is supported: reported, claimed, confirmed, evidenced, audited.",
                    "À quel point il est étayé : reported, claimed, confirmed, evidenced, audited."),
            column(
                    "by",
                    "Said by",
                    "Affirmé par",
                    Kind.TEXT,
                    "The governments that say it: UK, FR.",
                    "Les gouvernements qui l’affirment : UK, FR."),
            column("who", "Who", "Qui", Kind.TEXT, "Who did it.", "Qui l’a fait."),
            column("place", "Where", "Où", Kind.TEXT, "Where it was so.", "Où cela s’est produit."),
            column(
                    "says",
                    "Fact in words",
                    "Fait en mots",
                    Kind.TEXT,
                    "The fact, in our words.",
                    "Le fait, avec nos mots."),
            column(
                    "bears_on",
                    "Bears on",
                    "Se rapporte à",
                    Kind.TEXT,
                    "Ids of the clauses or commitments for which it may be evidence.",
                    "Identifiants des clauses ou engagements qu’il peut attester."),
            column(
                    "disagrees_with",
                    "Disagrees with",
                    "En contradiction avec",
                    Kind.TEXT,
                    "Ids of the facts that it contradicts.",
                    "Identifiants des faits qu’il contredit."),
            column("publisher", "Publisher", "Éditeur", Kind.TEXT, "Who published it.", "Qui l’a publié."),
            column(
                    "source_kind",
                    "Kind of source",
                    "Type de source",
                    Kind.TEXT,
                    "What kind of publisher it is.",
                    "De quel type d’éditeur il s’agit."),
            column(
                    "source",
                    "Source",
                    "Source",
                    Kind.TEXT,
                    "Address of the source, or the name and date of a broadcast that has none.",
                    "Adresse de la source, ou nom et date d’une émission qui n’en a pas."),
            column("note", "Note", "Note", Kind.TEXT, "What must be known besides.", "Ce qu’il faut savoir en outre."));

    static final List<Column> FIGURES = List.of(
            FACT,
            entry("the fact", "le fait"),
            HAPPENED,
            column(
                    "amount",
                    "Amount",
                    "Montant",
                    Kind.MONEY,
                    "A sum of money, in major units; empty for a count.",
                    "Une somme d’argent, en unités principales ; vide pour un dénombrement."),
            column("stage", "Stage", "Stade", Kind.TEXT, STAGE_EN, STAGE_FR),
            column(
                    "role",
                    "Role",
                    "Rôle",
                    Kind.TEXT,
                    "How the sum stands to others; only a part may be added: part, total, repeat, unclear, moved, outside.",
                    "Rapport de la somme aux autres ; seule « part » peut être additionnée : part, total, repeat, unclear, moved, outside."),
            column(
                    "count",
                    "Count",
                    "Nombre",
                    Kind.NUMBER,
                    "A count; empty for a sum of money.",
                    "Un dénombrement ; vide pour une somme d’argent."),
            column(
                    "of",
                    "Of",
                    "De",
                    Kind.TEXT,
                    "Machine word for what is counted.",
                    "Mot machine de ce qui est compté."),
            column("unit", "Unit", "Unité", Kind.TEXT, "What is counted, in words.", "Ce qui est compté, en mots."),
            bound(),
            column(
                    "low",
                    "Lowest",
                    "Minimum",
                    Kind.NUMBER,
                    "Low end, where a range is given.",
                    "Bas de la fourchette, s’il y en a une."),
            column(
                    "high",
                    "Highest",
                    "Maximum",
                    Kind.NUMBER,
                    "High end, where a range is given.",
                    "Haut de la fourchette, s’il y en a une."));

    private Columns() {}

    private static List<Column> agreements() {
        List<Column> columns = new ArrayList<>(List.of(
                AGREEMENT,
                column("title", "Title", "Titre", Kind.TEXT, "Title of the agreement.", "Titre de l’accord."),
                column("signed", "Signed", "Signé", Kind.PERIOD, "When it was signed.", "Quand il a été signé."),
                column("clauses", "Clauses", "Clauses", Kind.NUMBER, "How many clauses.", "Nombre de clauses."),
                column(
                        "commitments",
                        "Commitments",
                        "Engagements",
                        Kind.NUMBER,
                        "How many commitments.",
                        "Nombre d’engagements.")));
        for (Standing standing : Standing.values()) {
            columns.add(column(
                    standing.code().replace('-', '_'),
                    standing.title().en(),
                    standing.title().fr(),
                    Kind.NUMBER,
                    "How many commitments stand so.",
                    "Nombre d’engagements dans cet état."));
        }
        columns.add(column(
                "facts",
                "Facts",
                "Faits",
                Kind.NUMBER,
                "How many facts on record bear on it.",
                "Nombre de faits du registre qui s’y rapportent."));
        columns.add(entry("the agreement", "l’accord"));
        columns.add(ADDRESS);
        return List.copyOf(columns);
    }

    static Column bound() {
        return column(
                "bound",
                "Bound",
                "Borne",
                Kind.TEXT,
                "What is said around the number: exact, about, at-least and the like.",
                "Ce qui est dit autour du nombre : exact, about, at-least et autres.");
    }

    static Column entry(String en, String fr) {
        return column(
                "entry",
                "Entry",
                "Entrée",
                Kind.NUMBER,
                "Index in the log of the entry that tells " + en + "; its page is /r/ and the index.",
                "Rang au registre de l’entrée qui porte " + fr + " ; sa page est /r/ suivi du rang.");
    }

    static Column column(String key, String en, String fr, Kind kind, String means, String signifie) {
        Speech french = new Speech(entente.terms.Language.FRENCH);
        return new Column(key, new Words(en, fr), kind, new Words(means, french.say(means, signifie)));
    }
}
